/**
 * The guard chain (RFC 9110 §3.5, RFC 9112 §3): small policies in a list; the first refusal wins.
 *
 * <p>Invariant: a guard never reads content, so that a refusal always comes before the first octet
 * of it.
 */
package org.gatehouse.application.guard;
