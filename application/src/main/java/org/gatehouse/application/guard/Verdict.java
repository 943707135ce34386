package org.gatehouse.application.guard;

import java.util.function.Function;
import java.util.function.Supplier;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.port.in.Response;

/** What a guard says of a request. */
public sealed interface Verdict {

  /** Calls the function that fits. */
  <T> T match(Supplier<T> pass, Function<Refusal, T> refuse, Function<Response, T> answer);

  /** Whether the request may go on: the usual case, which shall cost nothing. */
  default boolean passes() {
    return false;
  }

  /** The request may go on to the next guard. */
  static Verdict pass() {
    return Pass.PASS;
  }

  /** The request is turned down. */
  static Verdict refuse(Refusal refusal) {
    return new Refuse(refusal);
  }

  /** The request is answered here, such as by a redirect. */
  static Verdict answer(Response response) {
    return new Answer(response);
  }

  /** Go on. */
  enum Pass implements Verdict {
    PASS;

    @Override
    public boolean passes() {
      return true;
    }

    @Override
    public <T> T match(
        Supplier<T> pass, Function<Refusal, T> refuse, Function<Response, T> answer) {
      return pass.get();
    }
  }

  /**
   * Turned down.
   *
   * @param refusal why
   */
  record Refuse(Refusal refusal) implements Verdict {
    @Override
    public <T> T match(
        Supplier<T> pass, Function<Refusal, T> refuse, Function<Response, T> answer) {
      return refuse.apply(refusal);
    }
  }

  /**
   * Answered.
   *
   * @param response ready
   */
  record Answer(Response response) implements Verdict {
    @Override
    public <T> T match(
        Supplier<T> pass, Function<Refusal, T> refuse, Function<Response, T> answer) {
      return answer.apply(response);
    }
  }
}
