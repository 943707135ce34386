package org.gatehouse.application.metrics;

import java.util.List;

/** The classes in which exchanges are counted: the largest value of each. */
public final class Bounds {
  /**
   * Durations in seconds: the advice of OpenTelemetry's conventions for HTTP servers, and below its
   * first class, in which nearly all exchanges of this server would fall, five more.
   */
  public static final List<Double> SECONDS =
      List.of(
          0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5,
          0.75, 1.0, 2.5, 5.0, 7.5, 10.0);

  /** Sizes of content in octets, of which the conventions say nothing: powers of four from 1 Ki. */
  public static final List<Long> OCTETS =
      List.of(0L, 1L << 10, 1L << 12, 1L << 14, 1L << 16, 1L << 18, 1L << 20, 1L << 22, 1L << 24);

  private Bounds() {}
}
