package org.gatehouse.adapter.socket.server;

import java.util.function.Function;
import java.util.function.Supplier;
import org.gatehouse.application.port.in.Decision;

/**
 * What a worker brings back: a decision, or a failure. Neither, where content was taken and more of
 * it is wanted.
 */
record Outcome(Decision decision, Throwable failure) {

  /** Runs on a worker: does the work, and the work that it leads to, so that it comes back once. */
  static Outcome of(Supplier<Decision> work) {
    try {
      Decision decision = work.get();
      while (decision != null) {
        Supplier<Decision> next =
            decision.match(answer -> null, Decision.Later::work, receive -> null);
        if (next == null) {
          break;
        }
        decision = next.get();
      }
      return new Outcome(decision, null);
    } catch (RuntimeException | Error failure) {
      return new Outcome(null, failure);
    }
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
