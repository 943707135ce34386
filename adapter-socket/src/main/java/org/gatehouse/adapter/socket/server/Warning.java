package org.gatehouse.adapter.socket.server;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;

/** A warning that is logged at most once a second, with the count of those it stands for. */
final class Warning {
  private static final long SECOND = 1_000_000_000L;

  private final Logger log;
  private final String text;
  private final LongSupplier nanoTime;
  private final AtomicLong last;
  private final AtomicLong unsaid = new AtomicLong();

  Warning(Logger log, String text) {
    this(log, text, System::nanoTime);
  }

  /** A warning with a clock of its own. */
  Warning(Logger log, String text, LongSupplier nanoTime) {
    this.log = log;
    this.text = text;
    this.nanoTime = nanoTime;
    this.last = new AtomicLong(nanoTime.getAsLong() - SECOND);
  }

  /** Warns, or counts. */
  void warn() {
    long now = nanoTime.getAsLong();
    long before = last.get();
    if (now - before >= SECOND && last.compareAndSet(before, now)) {
      long more = unsaid.getAndSet(0);
      log.warn(more == 0 ? "{}" : "{} (and {} times since the last warning)", text, more);
    } else {
      unsaid.incrementAndGet();
    }
  }
}
