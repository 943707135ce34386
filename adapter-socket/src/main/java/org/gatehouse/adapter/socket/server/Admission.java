package org.gatehouse.adapter.socket.server;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts connections, and says which are let in.
 *
 * <p>A refused connection is told so with a 503, which takes a moment; so that a flood of them
 * cannot hold more than the served ones do, only some are told, and the rest are dropped.
 */
final class Admission {
  private static final int LEAST_REFUSED = 16;
  private static final int MOST_REFUSED = 256;
  private static final int SHARE_OF_REFUSED = 8;

  private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

  private final Warning overLimit =
      new Warning(LOG, "a connection is refused: --max-connections are open");
  private final Warning failing =
      new Warning(LOG, "a connection cannot be accepted, perhaps for want of file descriptors");
  private final int limit;
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final LongAdder accepted = new LongAdder();
  private final LongAdder turnedAway = new LongAdder();

  /** What happens to a new connection. */
  enum Place {
    /** It is served. */
    SERVED,
    /** It is told that there is no room. */
    REFUSED,
    /** It is closed without a word. */
    DROPPED
  }

  Admission(int limit) {
    this.limit = limit;
  }

  /** Finds a place; {@link #leave} gives it back. */
  Place enter() {
    accepted.increment();
    if (take(open, limit)) {
      return Place.SERVED;
    }
    turnedAway.increment();
    overLimit.warn();
    return take(refused, mostRefused(limit)) ? Place.REFUSED : Place.DROPPED;
  }

  /** Notes that a connection could not be accepted. */
  void noteFailure() {
    failing.warn();
  }

  /** How many connections beyond the limit are answered at a time: a few, and an eighth. */
  private static int mostRefused(int limit) {
    return Math.min(MOST_REFUSED, LEAST_REFUSED + limit / SHARE_OF_REFUSED);
  }

  private static boolean take(AtomicInteger count, int limit) {
    if (count.incrementAndGet() <= limit) {
      return true;
    }
    count.decrementAndGet();
    return false;
  }

  void leave(Place place) {
    switch (place) {
      case SERVED -> open.decrementAndGet();
      case REFUSED -> refused.decrementAndGet();
      case DROPPED -> {
        // It never had one.
      }
      default -> throw new IllegalStateException("unknown place");
    }
    if (isEmpty()) {
      synchronized (this) {
        notifyAll();
      }
    }
  }

  /** Waits until no connection is left, refused ones included; whether that was so in time. */
  synchronized boolean awaitEmpty(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (!isEmpty()) {
      long millis = (end - System.nanoTime()) / 1_000_000;
      if (millis <= 0) {
        return false;
      }
      wait(millis);
    }
    return true;
  }

  int limit() {
    return limit;
  }

  /** How many connections found no place since the start. */
  long turnedAway() {
    return turnedAway.sum();
  }

  int open() {
    return open.get();
  }

  long accepted() {
    return accepted.sum();
  }

  private boolean isEmpty() {
    return open.get() == 0 && refused.get() == 0;
  }
}
