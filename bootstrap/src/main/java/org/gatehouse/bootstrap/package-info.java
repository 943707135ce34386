/**
 * The runnable server: from the command line to a bound socket, and from a signal to exit code 0;
 * and the embedded one, from a builder to a bound socket, and from {@code close} to no thread left.
 *
 * <p>{@link org.gatehouse.bootstrap.Main} reads arguments into a configuration and hands it to the
 * command that was asked for; {@link org.gatehouse.bootstrap.GatehouseBuilder} makes the same
 * configuration from what it is told. {@link org.gatehouse.bootstrap.ServerAssembly} is the one
 * place where objects of different modules are put together, for both.
 *
 * <p>Public here are {@link org.gatehouse.bootstrap.Gatehouse} with its builder, for programs, and
 * {@code Main}, for the JVM.
 *
 * <p>Invariants of the command line: every way through here ends in an exit code (0 done, 1 the
 * machine does not let it, 2 the operator's mistake); a mistake costs one line on standard error,
 * never a stack trace; standard output holds the banner and {@code server stopped}, and nothing
 * that was not asked for.
 */
package org.gatehouse.bootstrap;
