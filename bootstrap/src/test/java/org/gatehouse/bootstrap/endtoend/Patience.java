package org.gatehouse.bootstrap.endtoend;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for what another process does in its own time, and not for ever. */
public final class Patience {
  private static final long SECONDS = 30;
  private static final long PAUSE_NANOS = 5_000_000;

  private Patience() {}

  /** Comes back once this holds. */
  public static void until(String what, Callable<Boolean> holds) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!holds.call()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + SECONDS + " s: " + what);
      }
      // Asking leaves traces: without a pause they would fill a small disk.
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
