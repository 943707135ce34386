package org.gatehouse.benchmarks.compare;

import java.util.List;
import java.util.Locale;

/** Something that is measured, with its unit and how several rounds become one figure. */
enum Figure {
  REQUESTS("requests/s", "%,.0f", Rounds.MEDIAN, true),
  P50("p50 ms", "%.2f", Rounds.MEDIAN, false),
  P99("p99 ms", "%.2f", Rounds.MEDIAN, false),
  CPU("CPU µs/request", "%,.1f", Rounds.MEDIAN, true),
  RSS("peak RSS MiB", "%,.0f", Rounds.MOST, false),
  ERRORS("errors", "%,.0f", Rounds.SUM, false),
  START("ms to the first 200", "%,.0f", Rounds.MEDIAN, true),
  START_CPU("CPU ms until then", "%,.0f", Rounds.MEDIAN, true),
  PER_CONNECTION("memory KiB/connection", "%.1f", Rounds.MEDIAN, true),
  ALL_CONNECTIONS("memory MiB with all", "%,.0f", Rounds.MEDIAN, false);

  private enum Rounds {
    MEDIAN,
    MOST,
    SUM
  }

  private final String title;
  private final String format;
  private final Rounds rounds;
  private final boolean compared;

  Figure(String title, String format, Rounds rounds, boolean compared) {
    this.title = title;
    this.format = format;
    this.rounds = rounds;
    this.compared = compared;
  }

  String title() {
    return title;
  }

  /** Whether more of it is better. */
  boolean isBetterHigh() {
    return this == REQUESTS;
  }

  /** Whether it is told as a ratio to others as well. */
  boolean isCompared() {
    return compared;
  }

  String format(double value) {
    return String.format(Locale.ROOT, format, value);
  }

  /** One figure for several rounds: of an even number the lower of the two in the middle. */
  double over(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return switch (rounds) {
      case MEDIAN -> sorted.get((sorted.size() - 1) / 2);
      case MOST -> sorted.get(sorted.size() - 1);
      case SUM -> sorted.stream().mapToDouble(Double::doubleValue).sum();
    };
  }
}
