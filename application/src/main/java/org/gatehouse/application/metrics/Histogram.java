package org.gatehouse.application.metrics;

import java.util.concurrent.atomic.LongAdder;

/**
 * Counts values in classes, and adds them up. Safe for use by several threads; never waits, and
 * makes no garbage.
 */
final class Histogram {
  private final long[] bounds;
  private final LongAdder[] counts;
  private final LongAdder sum = new LongAdder();

  /**
   * An empty histogram.
   *
   * @param bounds the largest value of each class, rising; above the last there is one class more
   */
  Histogram(long... bounds) {
    this.bounds = bounds.clone();
    this.counts = new LongAdder[bounds.length + 1];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new LongAdder();
    }
  }

  /** Counts a value. */
  void add(long value) {
    int i = 0;
    while (i < bounds.length && value > bounds[i]) {
      i++;
    }
    counts[i].increment();
    if (value != 0) {
      sum.add(value);
    }
  }

  /** What was counted so far; values that are added meanwhile may be in it or not. */
  Distribution snapshot() {
    long[] each = new long[counts.length];
    for (int i = 0; i < each.length; i++) {
      each[i] = counts[i].sum();
    }
    return new Distribution(each, sum.sum());
  }
}
