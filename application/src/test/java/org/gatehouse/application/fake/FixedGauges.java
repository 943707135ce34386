package org.gatehouse.application.fake;

import org.gatehouse.application.port.out.ServerGauges;

/**
 * Gauges that show what they were given.
 *
 * @param totalWorkers how many workers there are
 * @param activeWorkers how many are at work
 * @param queueDepth how many tasks wait
 * @param queueLimit how many may wait
 * @param shedRequests how many requests were refused for that
 * @param openConnections how many connections are open
 * @param connectionLimit how many may be open
 * @param refusedConnections how many were refused for that
 * @param acceptedConnections how many were accepted
 */
public record FixedGauges(
    int totalWorkers,
    int activeWorkers,
    int queueDepth,
    int queueLimit,
    long shedRequests,
    int openConnections,
    int connectionLimit,
    long refusedConnections,
    long acceptedConnections)
    implements ServerGauges {

  /** Gauges of which no two show the same, so that a mix-up shows. */
  public static FixedGauges distinct() {
    return new FixedGauges(10, 3, 5, 1024, 6, 17, 10_000, 8, 4711);
  }
}
