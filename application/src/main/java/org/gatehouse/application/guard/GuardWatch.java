package org.gatehouse.application.guard;

import org.gatehouse.application.route.Request;

/** Is told what guards say, and has no say itself. */
@FunctionalInterface
public interface GuardWatch {

  /** A guard has judged a request. */
  void judged(String guard, Request request, Verdict verdict);
}
