package org.gatehouse.application.fake;

import org.gatehouse.application.port.out.ServerGauges;

/**
 * Gauges that show what they were given.
 *
 * @param totalWorkers how many workers there are
 * @param activeWorkers how many are at work
 * @param queueDepth how many tasks wait
 * @param openConnections how many connections are open
 * @param acceptedConnections how many were accepted
 */
public record FixedGauges(
    int totalWorkers,
    int activeWorkers,
    int queueDepth,
    int openConnections,
    long acceptedConnections)
    implements ServerGauges {

  /** Gauges of which no two show the same, so that a mix-up shows. */
  public static FixedGauges distinct() {
    return new FixedGauges(10, 3, 5, 17, 4711);
  }
}
