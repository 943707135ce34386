package org.gatehouse.application.fake;

import java.time.Instant;
import org.gatehouse.application.port.out.Clock;

/** The time of the machine, for tests that have nothing to do with it. */
final class MachineClock implements Clock {
  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }
}
