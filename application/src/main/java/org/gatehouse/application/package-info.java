/**
 * The use cases of an origin server: what is answered to a valid request head, and why.
 *
 * <p>The socket side drives it through {@code port.in}; storage, time and logs are reached through
 * {@code port.out}; {@code port.body} holds the bodies that pass from one to the other. There are
 * no threads, callbacks or futures in here: every use case can be tested as a function.
 */
package org.gatehouse.application;
