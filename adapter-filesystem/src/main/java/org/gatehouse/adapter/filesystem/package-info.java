/**
 * Resources kept in files below a root folder (RFC 9110 §3.1, §3.2, §8.8).
 *
 * <p>Three repositories, one around the other: {@link
 * org.gatehouse.adapter.filesystem.FileResourceRepository} reads and writes files and knows the
 * sidecars beside them, {@link org.gatehouse.adapter.filesystem.CodedVariants} adds gzip made on
 * demand, {@link org.gatehouse.adapter.filesystem.CachedResources} keeps in memory what is asked
 * for often.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>Nothing outside the root is read or written. Folders are entered one by one, each relative
 *       to the open one above it and never through a link, so that a link which is swapped in
 *       between a check and a use leads nowhere ({@link java.nio.file.SecureDirectoryStream}).
 *       Where a reader's path has a link, its real path is taken apart and walked in the same way.
 *   <li>A file has one name, the one its folder lists, also where the system finds it by others.
 *   <li>Tag, length and octets come from the same open file.
 *   <li>New content is complete, dated and on the disk before it gets its name, in one atomic step;
 *       whatever happens before that step leaves nothing behind.
 *   <li>What a cache answers is what the disk would have answered within its time of trust, and
 *       never older than a write that was answered.
 * </ul>
 *
 * <p>What remains: the JDK can make folders and hard links by path only, so somebody who may write
 * in the root and swaps a folder for a link in that very moment can have an <em>empty</em> folder
 * or file made elsewhere; the write itself is then refused. It cannot open without waiting either,
 * so a file swapped for a FIFO between the check and the opening holds one worker. Where the system
 * has no {@code openat}, real paths are compared before and after opening instead.
 */
package org.gatehouse.adapter.filesystem;
