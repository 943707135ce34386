/**
 * The parts of the server under JMH, with what they allocate: {@code benchmarks/micro} runs them.
 *
 * <p>They tell where the time of a request goes. How it compares with other servers is what {@link
 * org.gatehouse.benchmarks.compare} is for.
 */
package org.gatehouse.benchmarks.micro;
