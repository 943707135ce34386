/**
 * Folders as ZIP archives (APPNOTE.TXT 6.3, store only), made while they are sent.
 *
 * <p>{@link org.gatehouse.bootstrap.archive.ZipLayout} knows from names, sizes and times alone
 * where each octet of an archive lies, but for the checksums. These follow the content of a member,
 * in a data descriptor, and stand in the central directory at the end: so they are known when their
 * turn comes, and a range that begins behind a member's content has it read before.
 *
 * <p>Invariants: an archive of the same members has the same octets, whichever part is asked for,
 * and whatever was asked before; a member whose tag is another by now, or whose content ends too
 * soon, breaks the transfer; memory does not grow with content, and with the number of members by
 * some sixty octets and the name of each.
 */
package org.gatehouse.bootstrap.archive;
