/**
 * Four things that a program does with an embedded server: test its HTTP client, serve what is kept
 * elsewhere, judge requests by a rule of its own, and answer some itself.
 *
 * <p>Invariant: each of them is run by a test of this module.
 */
package org.gatehouse.examples;
