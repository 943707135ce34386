/**
 * Those who may come in, as the operator named them: one user by an option, or several in a
 * password file in the format of {@code htpasswd}, with bcrypt hashes alone.
 *
 * <p>Invariants: no message and no {@code toString} of this package holds a password or a hash, and
 * an unknown user costs as much work as a wrong password.
 */
package org.gatehouse.bootstrap.credentials;
