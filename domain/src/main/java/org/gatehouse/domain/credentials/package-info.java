/**
 * Credentials of the Basic scheme (RFC 7617, RFC 9110 §11).
 *
 * <p>Invariants: comparison takes the same time whatever is wrong, and no value here prints a
 * password.
 */
package org.gatehouse.domain.credentials;
