package org.gatehouse.application.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.gatehouse.application.port.out.Clock;

/**
 * A clock that stands still until it is told to move. The time of day and the measuring time are
 * apart, as on a real machine: {@link #advance} moves both, {@link #set} only the first.
 */
public final class SettableClock implements Clock {

  /** Where a clock begins that was not told otherwise: some second of some year. */
  public static final Instant START = Instant.parse("2026-03-30T10:02:22Z");

  private final AtomicReference<Instant> now;
  private final AtomicLong nanos = new AtomicLong();

  /** A clock that shows {@link #START}. */
  public SettableClock() {
    this(START);
  }

  /** A clock that shows this instant. */
  public SettableClock(Instant now) {
    this.now = new AtomicReference<>(now);
  }

  /** Lets time pass. */
  public void advance(Duration duration) {
    now.updateAndGet(instant -> instant.plus(duration));
    nanos.addAndGet(duration.toNanos());
  }

  /** Lets the time of day jump, forwards or backwards, as an operator or NTP would. */
  public void set(Instant instant) {
    now.set(instant);
  }

  @Override
  public Instant now() {
    return now.get();
  }

  @Override
  public long nanoTime() {
    return nanos.get();
  }
}
