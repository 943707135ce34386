/**
 * Request targets, authorities and paths (RFC 9112 §3.2, RFC 3986, RFC 9110 §4).
 *
 * <p>Invariants: a path is decoded exactly once; a {@link org.gatehouse.domain.target.ResourcePath}
 * that exists holds no dot segment, no control character and only valid UTF-8; an encoded slash is
 * data inside a segment and never a separator, so {@code /..%2fsecret} is one strange name that
 * {@linkplain org.gatehouse.domain.target.ResourcePath#isAddressable() addresses nothing}.
 */
package org.gatehouse.domain.target;
