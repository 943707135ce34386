/**
 * Rehearses one request: the server's own parts decide it, on ports that read what is there and
 * write nothing, and everything that was seen on the way is told.
 *
 * <p>Invariant: no decision is made in here. What a write would lead to is what the server makes of
 * the {@linkplain org.gatehouse.application.port.out.WriteOutcome outcome} of a write that was let
 * through to nowhere; why a variant was chosen is what the use case's own functions say of what was
 * found.
 */
package org.gatehouse.bootstrap.explain;
