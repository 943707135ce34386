/**
 * Metrics: plain counters of what was answered, by the conventions of OpenTelemetry for HTTP
 * servers, and where the other figures come from.
 *
 * <p>Invariants: counting an exchange whose path, method and status are known allocates nothing and
 * takes no lock; whatever clients ask for, the memory is bounded.
 */
package org.gatehouse.application.metrics;
