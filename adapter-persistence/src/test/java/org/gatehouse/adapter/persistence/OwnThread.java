package org.gatehouse.adapter.persistence;

import java.util.concurrent.Executor;

/**
 * Runs each task in a thread of its own. The common pool would not do where tasks wait for each
 * other: on two cores it has a single thread from JDK 25 on.
 */
final class OwnThread {
  static final Executor EACH = task -> new Thread(task, "test").start();

  private OwnThread() {}
}
