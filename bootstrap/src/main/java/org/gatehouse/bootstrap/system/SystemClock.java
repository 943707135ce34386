package org.gatehouse.bootstrap.system;

import java.time.Instant;
import org.gatehouse.application.port.out.Clock;

/** The machine's clock. */
public final class SystemClock implements Clock {

  @Override
  public Instant now() {
    return Instant.now();
  }

  /** Without an object for each time it is asked. */
  @Override
  public long epochSecond() {
    return Math.floorDiv(System.currentTimeMillis(), 1000);
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }
}
