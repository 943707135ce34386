package org.gatehouse.application.metrics;

import java.util.Arrays;

/** The counts of a histogram at one moment. */
public final class Distribution {
  private final long[] counts;
  private final long sum;

  /**
   * Counts.
   *
   * @param counts how many values there were in each class, not added up
   * @param sum of all values
   */
  public Distribution(long[] counts, long sum) {
    this.counts = counts.clone();
    this.sum = sum;
  }

  /** How many values there were in each class; the last one has no upper bound. */
  public long[] counts() {
    return counts.clone();
  }

  /** The sum of all values. */
  public long sum() {
    return sum;
  }

  /** How many values there were. */
  public long count() {
    return Arrays.stream(counts).sum();
  }
}
