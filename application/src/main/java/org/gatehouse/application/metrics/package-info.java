/**
 * Metrics: plain counters of what was answered.
 *
 * <p>Invariants: counting a path that is known allocates nothing and takes no lock; whatever
 * clients ask for, the memory is bounded.
 */
package org.gatehouse.application.metrics;
