package org.gatehouse.application.port.out;

import java.time.Instant;

/** The time. Safe for use by several threads; never waits. */
public interface Clock {

  /** The time of day. It may jump. */
  Instant now();

  /** The time of day in whole seconds since the epoch. */
  default long epochSecond() {
    return now().getEpochSecond();
  }

  /** Nanoseconds since some moment, for measuring; they never run backwards. */
  long nanoTime();
}
