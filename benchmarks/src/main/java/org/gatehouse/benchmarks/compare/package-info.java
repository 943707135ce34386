/**
 * The comparison: starts servers on ports of loopback, makes sure that all give the same answers,
 * drives them in turn with wrk, and writes down what each request cost.
 *
 * <p>A {@link org.gatehouse.benchmarks.compare.Scenario} is what is asked, a {@link
 * org.gatehouse.benchmarks.compare.Contender} who is asked, and a {@link
 * org.gatehouse.benchmarks.compare.Race} how it is measured. Only processes that were started here
 * are stopped.
 */
package org.gatehouse.benchmarks.compare;
