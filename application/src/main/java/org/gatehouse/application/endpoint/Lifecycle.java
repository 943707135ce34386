package org.gatehouse.application.endpoint;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gatehouse.application.port.out.Clock;

/**
 * How long the server has been up, and whether it is about to stop. Safe for use by several
 * threads.
 */
public final class Lifecycle {
  private final Clock clock;
  private final long started;
  private final AtomicBoolean draining = new AtomicBoolean();

  /** A life that begins now. */
  public Lifecycle(Clock clock) {
    this.clock = clock;
    this.started = clock.nanoTime();
  }

  /** Says that the server is about to stop, so that a balancer turns away. It stays said. */
  public void drain() {
    draining.set(true);
  }

  /** Whether the server is about to stop. */
  public boolean isDraining() {
    return draining.get();
  }

  /** How long it has been up, whatever became of the time of day. */
  public Duration uptime() {
    return Duration.ofNanos(clock.nanoTime() - started);
  }
}
