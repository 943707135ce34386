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

  /**
   * This and another, counted in the same classes, as one.
   *
   * @throws IllegalArgumentException if their classes are not equally many
   */
  public Distribution and(Distribution other) {
    if (counts.length != other.counts.length) {
      throw new IllegalArgumentException("counted in other classes");
    }
    long[] both = counts.clone();
    for (int i = 0; i < both.length; i++) {
      both[i] += other.counts[i];
    }
    return new Distribution(both, sum + other.sum);
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
