/**
 * What an operator can set, and how it is read: one table, filled from the command line, from the
 * environment and from its defaults, in this order of precedence.
 *
 * <p>Invariants: {@link org.gatehouse.bootstrap.option.Setting} is the only place that knows the
 * name of an option, and the environment variables, the help text and the reader are all made from
 * it; a value that cannot be read ends in a {@link org.gatehouse.bootstrap.option.UsageError} that
 * names the option as the operator wrote it and says what it takes.
 */
package org.gatehouse.bootstrap.option;
