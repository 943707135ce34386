package org.gatehouse.application.guard;

import org.gatehouse.application.route.Request;

/**
 * A guard whose verdicts are told.
 *
 * @param guard who judges
 * @param watch who is told
 */
record WatchedGuard(Guard guard, GuardWatch watch) implements Guard {

  @Override
  public String name() {
    return guard.name();
  }

  @Override
  public boolean waits(Request request) {
    return guard.waits(request);
  }

  @Override
  public Verdict check(Request request) {
    Verdict verdict = guard.check(request);
    watch.judged(guard.name(), request, verdict);
    return verdict;
  }
}
