/**
 * Gatehouse in tests: a server that a test, or a class of tests, has to itself.
 *
 * <p>Invariants: this package uses what {@code org.gatehouse.bootstrap} has made public, and
 * nothing of the server uses this package or JUnit.
 */
package org.gatehouse.junit;
