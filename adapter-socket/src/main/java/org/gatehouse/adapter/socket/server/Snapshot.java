package org.gatehouse.adapter.socket.server;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.gatehouse.application.port.out.ServerGauges;
import org.slf4j.Logger;

/**
 * A line in the log that says how busy the server is, at the start and every ten seconds. The event
 * loops call it in their own rhythm, so it needs no thread; while DEBUG is off it costs nothing.
 */
final class Snapshot {
  private static final long RHYTHM = TimeUnit.SECONDS.toNanos(10);

  private final Logger log;
  private final ServerGauges gauges;
  private final AtomicLong due;

  /**
   * Makes a snapshot that is due now.
   *
   * @param now in nanoseconds of {@link System#nanoTime}
   */
  Snapshot(Logger log, ServerGauges gauges, long now) {
    this.log = log;
    this.gauges = gauges;
    this.due = new AtomicLong(now);
  }

  /** Logs the line if it is time. Safe for use by several threads: one of them logs it. */
  void takeIfDue(long now) {
    long at = due.get();
    if (now - at >= 0 && log.isDebugEnabled() && due.compareAndSet(at, now + RHYTHM)) {
      log.debug(
          "workers: {} of {} busy, {} tasks queued; connections: {} open, {} accepted",
          gauges.activeWorkers(),
          gauges.totalWorkers(),
          gauges.queueDepth(),
          gauges.openConnections(),
          gauges.acceptedConnections());
    }
  }
}
