/**
 * The meanings of HTTP (RFC 9110) as values and pure decisions.
 *
 * <p>Nothing in this module reads, writes, waits, looks at a clock or starts a thread: every class
 * is a value that validates itself or a function from values to values. Adapters and use cases are
 * built on top of it and never the other way round.
 */
package org.gatehouse.domain;
