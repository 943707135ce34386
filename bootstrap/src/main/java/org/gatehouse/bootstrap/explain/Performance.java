package org.gatehouse.bootstrap.explain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.gatehouse.application.port.in.ContentReceiver;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Exchange;
import org.gatehouse.application.port.in.Exchange.Ending;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.bootstrap.explain.Trace.Part;

/** Drives one exchange to its response, as event loop, worker and client in one thread. */
final class Performance {
  private static final int PIECE = 64 << 10;

  private final Exchange exchange;
  private final Trace trace;
  private final InputStream content;

  /**
   * A performance.
   *
   * @param content what the client sends when it is asked to
   */
  Performance(Exchange exchange, Trace trace, InputStream content) {
    this.exchange = exchange;
    this.trace = trace;
    this.content = content;
  }

  /** The response; its body is closed. */
  Response response() throws IOException {
    Response response = follow(exchange.decision());
    response.body().close();
    exchange.finished(Ending.COMPLETE, 0);
    return response;
  }

  private Response follow(Decision first) throws IOException {
    Decision decision = first;
    try {
      while (true) {
        Step step = decision.match(Performance::answered, this::later, this::receive);
        if (step.response() != null) {
          return step.response();
        }
        decision = step.next();
      }
    } catch (Unsent unreadable) {
      throw unreadable.cause;
    } catch (RuntimeException failure) {
      return exchange.fail(failure);
    }
  }

  /** One of both. */
  private record Step(Response response, Decision next) {}

  private static Step answered(Decision.Answer answer) {
    return new Step(answer.response(), null);
  }

  private Step later(Decision.Later later) {
    trace.add(Part.DECISIONS, "worker", "asked", "the answer needs storage");
    return new Step(null, later.work().get());
  }

  private Step receive(Decision.Receive receive) {
    ContentReceiver receiver = receive.receiver();
    byte[] piece = new byte[PIECE];
    long octets = 0;
    boolean complete = false;
    try {
      for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
        receiver.accept(ByteBuffer.wrap(piece, 0, read));
        octets += read;
      }
      complete = true;
    } catch (IOException unreadable) {
      throw new Unsent(unreadable);
    } finally {
      if (!complete) {
        receiver.abort();
      }
    }
    trace.add(Part.DECISIONS, "content", "taken", octets + " octets");
    return new Step(null, receiver.complete());
  }

  /** The content could not be read here: no failure of the server's. */
  private static final class Unsent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final IOException cause;

    private Unsent(IOException cause) {
      super(cause);
      this.cause = cause;
    }
  }
}
