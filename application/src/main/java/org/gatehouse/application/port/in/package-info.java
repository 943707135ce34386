/**
 * The driving port: a head goes in, a decision comes out.
 *
 * <p>For every head there is one {@link org.gatehouse.application.port.in.Exchange}; it is asked
 * for its decision once, on the caller's thread, which never waits for it, and is told once how it
 * ended. Invariant: whatever a decision holds open is closed by whoever took the decision.
 */
package org.gatehouse.application.port.in;
