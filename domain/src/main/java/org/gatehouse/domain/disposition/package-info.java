/**
 * The Content-Disposition field of a response (RFC 6266, RFC 8187).
 *
 * <p>Invariant: whatever the name holds, the value is one that a field may hold and no client can
 * read a second parameter out of it.
 */
package org.gatehouse.domain.disposition;
