package org.gatehouse.adapter.persistence;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.gatehouse.application.port.out.StorageFailure;

/**
 * Where the threads that add lines and the one that writes them meet. The lock is held for as long
 * as it takes to copy a line, never across I/O.
 */
final class LineQueue {
  private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final int urgent;
  private final long gatheringNanos;
  // Guarded by the lock.
  private LineBuffer waiting;
  private CompletableFuture<Optional<StorageFailure>> nextFlush = new CompletableFuture<>();
  private long refused;
  private boolean flushWanted;
  private boolean lookWanted;
  private boolean closing;

  /**
   * What the writing thread is to do next.
   *
   * @param flush whom to tell how it went, if {@code force}
   * @param force whether what is written shall be durable
   * @param last whether nothing comes after that
   */
  record Round(CompletableFuture<Optional<StorageFailure>> flush, boolean force, boolean last) {}

  /**
   * A queue.
   *
   * @param limit how many octets may wait
   * @param gathering how long a line may wait for others to be written together with; much shorter
   *     if many come
   */
  LineQueue(int limit, Duration gathering) {
    waiting = new LineBuffer(limit);
    urgent = limit / 8;
    gatheringNanos = gathering.toNanos();
  }

  /** Adds a line; refuses it if there is no room; ignores it once closed. */
  void add(byte[] line) {
    lock.lock();
    try {
      if (!closing) {
        boolean first = waiting.isEmpty();
        refused += waiting.add(line) ? 0 : 1;
        if (first || waiting.size() > urgent) {
          work.signal();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** Asks for everything that was added to be made durable, and gives how that will go. */
  CompletableFuture<Optional<StorageFailure>> flush() {
    lock.lock();
    try {
      flushWanted = true;
      work.signal();
      return nextFlush;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes no more lines, and makes the next round the last.
   *
   * @return whether this is news
   */
  boolean close() {
    lock.lock();
    try {
      boolean news = !closing;
      closing = true;
      work.signal();
      return news;
    } finally {
      lock.unlock();
    }
  }

  /** Asks for a round even if there is nothing to write. */
  void look() {
    lock.lock();
    try {
      lookWanted = true;
      work.signal();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for something to do.
   *
   * @param failing whether the last round failed; then lines do not hasten the next one, which
   *     comes after a second even without them
   */
  Round next(boolean failing) {
    lock.lock();
    try {
      if (failing) {
        await(RETRY_NANOS, Integer.MAX_VALUE);
      } else {
        while (!isUrgent() && waiting.isEmpty()) {
          work.awaitUninterruptibly();
        }
        await(gatheringNanos, urgent);
      }
      Round round = new Round(nextFlush, flushWanted || closing, closing);
      if (round.force() && !closing) {
        nextFlush = new CompletableFuture<>();
      }
      flushWanted = false;
      lookWanted = false;
      return round;
    } finally {
      lock.unlock();
    }
  }

  /** Waits so long, unless there is something that cannot, or more than so many octets wait. */
  private void await(long nanos, int octets) {
    long left = nanos;
    while (!isUrgent() && waiting.size() <= octets && left > 0) {
      try {
        left = work.awaitNanos(left);
      } catch (InterruptedException nobodyDoesThat) {
        left = 0;
      }
    }
  }

  private boolean isUrgent() {
    return flushWanted || lookWanted || closing;
  }

  /** Gives the lines that wait, in exchange for an empty buffer of the same size. */
  LineBuffer take(LineBuffer empty) {
    lock.lock();
    try {
      LineBuffer lines = waiting;
      waiting = empty;
      return lines;
    } finally {
      lock.unlock();
    }
  }

  /** How many octets wait. */
  int size() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  /** Forgets the first lines of those that wait, of so many octets. */
  void drop(int octets) {
    lock.lock();
    try {
      waiting.drop(octets);
    } finally {
      lock.unlock();
    }
  }

  /** How many lines were refused and not forgiven. */
  long refused() {
    lock.lock();
    try {
      return refused;
    } finally {
      lock.unlock();
    }
  }

  /** Counts so many refused lines no longer. */
  void forgive(long lines) {
    lock.lock();
    try {
      refused -= lines;
    } finally {
      lock.unlock();
    }
  }
}
