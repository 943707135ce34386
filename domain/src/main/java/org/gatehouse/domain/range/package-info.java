/**
 * Range requests (RFC 9110 §14) and the multipart/byteranges type (§14.6).
 *
 * <p>Invariant: every selected range lies inside the representation and is not empty, and the
 * length that a multipart body announces is the number of octets it is made of.
 */
package org.gatehouse.domain.range;
