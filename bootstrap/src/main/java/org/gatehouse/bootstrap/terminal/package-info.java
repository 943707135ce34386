/**
 * What only a terminal's user sees. Invariant: nothing in here is loaded unless it is asked for.
 */
package org.gatehouse.bootstrap.terminal;
