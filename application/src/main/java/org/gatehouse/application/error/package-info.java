/**
 * Error responses: the one place that makes them, in three forms (RFC 9110 §15.5, RFC 9457).
 *
 * <p>Invariants: each carries the request id; none carries a path of the machine, a stack trace or
 * anything a client sent that was not escaped for the form in which it stands.
 */
package org.gatehouse.application.error;
