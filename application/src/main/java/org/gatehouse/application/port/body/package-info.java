/**
 * Bodies: values with a length, made of octets in memory and of sections of what an adapter holds
 * open (RFC 9110 §6.4).
 *
 * <p>Invariants: the length is known before the first octet is sent; the core counts and the
 * adapters transfer, so nothing in here ever calls the channel that a {@link
 * org.gatehouse.application.port.body.Slice} names; closing a body twice does no harm, and not
 * closing it once is a leak.
 */
package org.gatehouse.application.port.body;
