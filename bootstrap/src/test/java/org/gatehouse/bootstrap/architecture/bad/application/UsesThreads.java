package org.gatehouse.bootstrap.architecture.bad.application;

import java.util.concurrent.ConcurrentLinkedQueue;

/** Breaks the purity of the application. */
public final class UsesThreads {
  private final ConcurrentLinkedQueue<Runnable> queue = new ConcurrentLinkedQueue<>();

  /** Starts a thread. */
  public void start() {
    queue.add(() -> {});
    new Thread(queue.remove()).start();
  }
}
