package org.gatehouse.adapter.filesystem;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Something open that several use at once and that stays open between them. It is closed once it
 * was given up and the last of them has let go. Safe for use by several threads.
 */
final class SharedHandle<T> {
  private final T resource;
  private final Runnable closing;
  private int users;
  private boolean givenUp;
  private long usedAt;

  /**
   * A handle of what was just opened.
   *
   * @param closing closes it
   * @param now in nanoseconds
   */
  SharedHandle(T resource, Runnable closing, long now) {
    this.resource = resource;
    this.closing = closing;
    this.usedAt = now;
  }

  /** Whether it can be acquired. To ask is a use, so the answer holds for a while. */
  synchronized boolean isThere(long now) {
    if (!givenUp) {
      usedAt = now;
    }
    return !givenUp;
  }

  /** Begins a use; empty if it was given up. */
  synchronized Optional<Lease<T>> acquire(long now) {
    if (!isThere(now)) {
      return Optional.empty();
    }
    users++;
    return Optional.of(new Lease<>(this));
  }

  /** One use of what is open. */
  static final class Lease<T> {
    private final SharedHandle<T> handle;
    private final AtomicBoolean ended = new AtomicBoolean();

    private Lease(SharedHandle<T> handle) {
      this.handle = handle;
    }

    /** What is open, until the lease is ended. */
    T resource() {
      return handle.resource;
    }

    /** Lets go of it. Ending again does nothing. */
    void end() {
      if (ended.compareAndSet(false, true)) {
        handle.release();
      }
    }
  }

  private void release() {
    boolean last;
    synchronized (this) {
      users--;
      last = givenUp && users == 0;
    }
    if (last) {
      closing.run();
    }
  }

  /** Has it closed as soon as nobody uses it. */
  void giveUp() {
    boolean unused;
    synchronized (this) {
      unused = !givenUp && users == 0;
      givenUp = true;
    }
    if (unused) {
      closing.run();
    }
  }

  /** Gives it up if nobody has used it for so long; whether it is given up. */
  boolean giveUpIfIdle(long now, long idleNanos) {
    synchronized (this) {
      if (givenUp || users > 0 || now - usedAt < idleNanos) {
        return givenUp;
      }
      givenUp = true;
    }
    closing.run();
    return true;
  }
}
