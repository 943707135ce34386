/**
 * The visitor's cookie (RFC 6265 §4.1).
 *
 * <p>Invariant: every id that a response carries was recorded before it was sent.
 */
package org.gatehouse.application.cookie;
