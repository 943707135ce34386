package org.gatehouse.adapter.socket.server;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that may wait for storage: a fixed number, behind a bounded queue.
 *
 * <p>The bound counts new requests only. The next piece of an upload that was let in, or the
 * tidying up after one, always finds a place: each connection has at most one such task.
 */
final class Workers {
  private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

  private final ThreadPoolExecutor pool;
  private final int queueLimit;
  private final AtomicInteger active = new AtomicInteger();
  private final AtomicInteger admitted = new AtomicInteger();
  private final LongAdder shed = new LongAdder();
  private volatile boolean cut;

  Workers(int threads, int queueLimit) {
    this.queueLimit = queueLimit;
    AtomicInteger number = new AtomicInteger();
    this.pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "worker-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
  }

  /** Takes the first task of a request, unless too many are waiting already. */
  boolean admit(Runnable task) {
    boolean taken =
        admitted.incrementAndGet() <= total() + queueLimit
            && resume(
                () -> {
                  try {
                    task.run();
                  } finally {
                    admitted.decrementAndGet();
                  }
                });
    if (!taken) {
      shed.increment();
      admitted.decrementAndGet();
    }
    return taken;
  }

  /** Takes a further task of a request that was let in; false only when all is shut down. */
  boolean resume(Runnable task) {
    if (pool.isShutdown()) {
      return false;
    }
    pool.execute(() -> runGuarded(task));
    return true;
  }

  private void runGuarded(Runnable task) {
    active.incrementAndGet();
    try {
      task.run();
    } catch (RuntimeException | Error unexpected) {
      // A task handles its own failures; what comes here is a defect, and must not cost a worker.
      LOG.error("a worker's task failed", unexpected);
    } finally {
      active.decrementAndGet();
    }
  }

  /** Whether time has run out, so that no more work is to be begun, only tidied up. */
  boolean isCut() {
    return cut;
  }

  int total() {
    return pool.getMaximumPoolSize();
  }

  int active() {
    return active.get();
  }

  int queueLimit() {
    return queueLimit;
  }

  /** How many requests found no place since the start. */
  long shed() {
    return shed.sum();
  }

  int queueDepth() {
    return pool.getQueue().size();
  }

  /** Lets what is queued run to its end; what is left after the time is interrupted. */
  void stop(Duration patience) {
    pool.shutdown();
    try {
      if (!pool.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        cut = true;
        List<Runnable> left = pool.shutdownNow();
        // An interrupted task still has to let go of what it holds, and so has one that never
        // began.
        pool.awaitTermination(1, TimeUnit.SECONDS);
        left.forEach(Runnable::run);
      }
    } catch (InterruptedException interrupted) {
      pool.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
