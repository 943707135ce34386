package org.gatehouse.adapter.filesystem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Gives up handles that nobody has used for a while, so that no file keeps its space, and no volume
 * its mount, for longer than that. The thread that looks after them lives as long as there are any.
 */
final class IdleHandles implements AutoCloseable {
  private final int most;
  private final long idleNanos;
  private final LongSupplier clock;
  private final List<SharedHandle<?>> handles = new ArrayList<>();
  private final ScheduledThreadPoolExecutor attendant = new ScheduledThreadPoolExecutor(1);
  private boolean attended;

  /**
   * Looks after handles.
   *
   * @param most how many may be open
   * @param idle how long they stay open unused
   * @param clock tells nanoseconds
   */
  IdleHandles(int most, Duration idle, LongSupplier clock) {
    this.most = most;
    this.idleNanos = idle.toNanos();
    this.clock = clock;
    attendant.setThreadFactory(IdleHandles::thread);
    attendant.setKeepAliveTime(1, TimeUnit.SECONDS);
    attendant.allowCoreThreadTimeOut(true);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "idle-handles");
    thread.setDaemon(true);
    return thread;
  }

  /** Takes a handle into its care; whether there is room. */
  synchronized boolean take(SharedHandle<?> handle) {
    if (attendant.isShutdown()) {
      return false;
    }
    if (handles.size() >= most) {
      sweep();
    }
    if (handles.size() >= most) {
      return false;
    }
    handles.add(handle);
    attend();
    return true;
  }

  private void attend() {
    if (!attended && !handles.isEmpty() && !attendant.isShutdown()) {
      attended = true;
      attendant.schedule(this::round, idleNanos, TimeUnit.NANOSECONDS);
    }
  }

  private synchronized void round() {
    attended = false;
    try {
      sweep();
    } finally {
      attend();
    }
  }

  /** Gives up what is idle by now, and forgets what others have given up. */
  synchronized void sweep() {
    long now = clock.getAsLong();
    handles.removeIf(handle -> handle.giveUpIfIdle(now, idleNanos));
  }

  /** How many are open in its care, as far as it knows. */
  synchronized int size() {
    return handles.size();
  }

  /** Gives up all of them. */
  @Override
  public synchronized void close() {
    attendant.shutdownNow();
    handles.forEach(SharedHandle::giveUp);
    handles.clear();
  }
}
