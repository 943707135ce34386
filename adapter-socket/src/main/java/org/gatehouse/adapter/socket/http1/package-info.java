/**
 * HTTP/1.1 on the wire, without I/O (RFC 9112): octets go in, heads, content and violations come
 * out.
 *
 * <p>How it works. One connection has one {@link org.gatehouse.adapter.socket.http1.HeadReader},
 * one {@link org.gatehouse.adapter.socket.http1.ContentDecoder} per request with content, and a
 * {@link org.gatehouse.adapter.socket.http1.ConnectionState}. The reader goes over each octet once,
 * whatever the pieces it arrives in, and says "need more", "complete" or "rejected"; all three are
 * ordinary values. How the content is delimited is decided once, right after the head, in {@code
 * Framing}. A {@link org.gatehouse.adapter.socket.http1.ResponseWriter} turns a response head into
 * octets.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>The verdict on octets depends on the octets alone, never on where they were split.
 *   <li>No input makes this package throw; input that breaks a rule is a {@link
 *       org.gatehouse.adapter.socket.http1.Violation}, and after one a connection only closes.
 *   <li>Work and memory are linear in what was received, and bounded by {@link
 *       org.gatehouse.adapter.socket.http1.WireLimits}.
 *   <li>Nothing here knows a socket, a stream, a thread or a clock.
 * </ul>
 */
package org.gatehouse.adapter.socket.http1;
