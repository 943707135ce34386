package org.gatehouse.bootstrap;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What was opened and has to be closed, the last one first. */
final class Closings implements AutoCloseable {
  private final Deque<Closing> open = new ArrayDeque<>();

  /** Closes something; may wait. */
  interface Closing {
    void close();
  }

  /** Something was opened. */
  void add(Closing closing) {
    open.push(closing);
  }

  /**
   * Closes everything, whatever fails. Closing again does nothing.
   *
   * @throws RuntimeException the first failure, when all is closed
   */
  @Override
  public void close() {
    List<RuntimeException> failures = new ArrayList<>();
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (RuntimeException failure) {
        failures.add(failure);
      }
    }
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
  }
}
