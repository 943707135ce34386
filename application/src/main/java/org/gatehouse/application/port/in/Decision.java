package org.gatehouse.application.port.in;

import java.util.function.Function;
import java.util.function.Supplier;

/** What a request leads to: an answer, work for a worker, or content to be received. */
public sealed interface Decision {

  /** Calls the function that fits. */
  <T> T match(Function<Answer, T> answer, Function<Later, T> later, Function<Receive, T> receive);

  /** A response that is ready. */
  static Decision answer(Response response) {
    return new Answer(response);
  }

  /** A decision that needs storage, and so a worker. */
  static Decision later(Supplier<Decision> work) {
    return new Later(work);
  }

  /** A decision that needs the content of the request. */
  static Decision receive(ContentReceiver receiver) {
    return new Receive(receiver);
  }

  /**
   * A response, ready; content of the request that is still unread is not wanted.
   *
   * @param response to be sent, and its body closed
   */
  record Answer(Response response) implements Decision {
    @Override
    public <T> T match(
        Function<Answer, T> answer, Function<Later, T> later, Function<Receive, T> receive) {
      return answer.apply(this);
    }
  }

  /**
   * Work that may wait; it gives the next decision.
   *
   * @param work to be run once, on a worker
   */
  record Later(Supplier<Decision> work) implements Decision {
    @Override
    public <T> T match(
        Function<Answer, T> answer, Function<Later, T> later, Function<Receive, T> receive) {
      return later.apply(this);
    }
  }

  /**
   * Content is wanted; {@code 100 Continue} goes out now if it was expected (RFC 9110 §10.1.1).
   *
   * @param receiver takes the content
   */
  record Receive(ContentReceiver receiver) implements Decision {
    @Override
    public <T> T match(
        Function<Answer, T> answer, Function<Later, T> later, Function<Receive, T> receive) {
      return receive.apply(this);
    }
  }
}
