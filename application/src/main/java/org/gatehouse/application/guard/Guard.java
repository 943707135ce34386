package org.gatehouse.application.guard;

import org.gatehouse.application.route.Request;

/** One policy of the chain. */
public interface Guard {

  /** What it is called where people read of it: {@code TargetLength} of a TargetLengthGuard. */
  default String name() {
    return getClass().getSimpleName().replaceFirst("Guard$", "");
  }

  /**
   * Whether judging this request may wait for storage, so that a worker has to do it. Most guards
   * never do.
   */
  default boolean waits(Request request) {
    return false;
  }

  /** Judges a request. */
  Verdict check(Request request);
}
