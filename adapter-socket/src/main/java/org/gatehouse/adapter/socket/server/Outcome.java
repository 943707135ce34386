package org.gatehouse.adapter.socket.server;

import java.util.function.Function;
import java.util.function.Supplier;
import org.gatehouse.application.port.in.Decision;

/**
 * What a worker brings back: a decision, or a failure. Neither, where content was taken and more of
 * it is wanted.
 */
record Outcome(Decision decision, Throwable failure) {

  /**
   * Runs on a worker: does the work, and the work that it leads to, so that it comes back once.
   *
   * @param arrived content that is there already, if it should be wanted; may be null
   */
  static Outcome of(Supplier<Decision> work, ArrivedContent arrived) {
    try {
      Decision decision = work.get();
      for (Decision next = decision; next != null; next = next(next, arrived)) {
        decision = next;
      }
      return new Outcome(decision, null);
    } catch (RuntimeException | Error failure) {
      return new Outcome(null, failure);
    }
  }

  private static Decision next(Decision decision, ArrivedContent arrived) {
    return decision.match(
        answer -> null,
        later -> later.work().get(),
        receive -> arrived == null ? null : arrived.deliver(receive));
  }

  /** What comes back of work that was not begun when the server stopped. */
  static Outcome ofStop() {
    return new Outcome(null, new IllegalStateException("the server has stopped"));
  }

  /** Lets go of whatever the decision holds, since nobody is left to take it. */
  void discard(Workers workers) {
    Function<Decision.Receive, Runnable> abort = receive -> receive.receiver()::abort;
    Runnable tidy =
        decision.match(answer -> answer.response().body()::close, later -> () -> {}, abort);
    if (!workers.resume(tidy)) {
      tidy.run();
    }
  }
}
