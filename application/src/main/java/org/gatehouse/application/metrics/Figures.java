package org.gatehouse.application.metrics;

import org.gatehouse.application.port.out.CacheGauges;
import org.gatehouse.application.port.out.ServerGauges;

/**
 * Where the figures of the server come from.
 *
 * @param traffic counts the exchanges
 * @param server tells of connections and workers
 * @param cache tells of what is remembered
 */
public record Figures(TrafficCounters traffic, ServerGauges server, CacheGauges cache) {}
