/**
 * The files that are built into the jar: style, script and text of the server's own pages.
 *
 * <p>Invariants: the set of names is fixed; each file is read once, when it is first asked for.
 */
package org.gatehouse.bootstrap.asset;
