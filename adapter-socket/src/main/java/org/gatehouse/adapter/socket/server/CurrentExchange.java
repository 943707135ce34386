package org.gatehouse.adapter.socket.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Supplier;
import org.gatehouse.adapter.socket.http1.ConnectionEvent;
import org.gatehouse.adapter.socket.http1.ConnectionState;
import org.gatehouse.adapter.socket.http1.ContentDecoder;
import org.gatehouse.adapter.socket.http1.Expectation;
import org.gatehouse.adapter.socket.http1.Persistence;
import org.gatehouse.adapter.socket.http1.Violation;
import org.gatehouse.application.port.in.ContentReceiver;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Exchange;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.domain.message.RequestHead;

/**
 * The request a connection is serving, from its head to the last octet of its response. Carries the
 * decisions of the application out, and brings what workers find back to the loop.
 */
final class CurrentExchange {
  /** How much unwanted content is skipped so that a connection can go on. */
  private static final int MOST_SKIPPED = 64 * 1024;

  private final Connection connection;
  private final RequestHead head;
  private final Exchange exchange;

  private ContentDecoder decoder;
  private Reception reception;
  private ArrivedContent arrived;
  private boolean contentRead;
  private boolean awaitsContinue;
  private boolean withWorker;
  private boolean finished;
  private boolean mustClose;
  private boolean responding;
  private Persistence persistence = Persistence.CLOSE;
  private int skipped;

  /** How much of the heap the content holds, as of the last time that no worker had it. */
  private long held;

  /** A request whose head is complete. */
  CurrentExchange(Connection connection, RequestHead head) {
    this.connection = connection;
    this.head = head;
    this.exchange = connection.loop().origin().accept(head, connection.info());
    this.contentRead = !head.framing().hasContent();
    this.awaitsContinue = Expectation.expectsContinue(head);
  }

  /** No request at all: what stands in its place is a refusal. */
  CurrentExchange(Connection connection, Exchange refused) {
    this.connection = connection;
    this.head = null;
    this.exchange = refused;
    this.contentRead = false;
  }

  /**
   * Asks for the decision and carries it out; whether the input may be processed further.
   *
   * @param input what came behind the head
   */
  boolean begin(ByteBuffer input) throws IOException {
    Decision decision;
    try {
      decision = exchange.decision();
    } catch (RuntimeException defect) {
      return answer(exchange.fail(defect));
    }
    // By type, not by match: nearly every decision is an answer, and not to cost two functions.
    if (decision instanceof Decision.Answer ready) {
      return answer(ready.response());
    }
    Response response =
        decision.match(
            Decision.Answer::response,
            later -> startWork(later, takeArrived(input)),
            this::startReceiving);
    return response == null ? state() == ConnectionState.RECEIVING : answer(response);
  }

  /** The content, if all of it is there and can be taken: null leaves it in the input. */
  private ArrivedContent takeArrived(ByteBuffer input) {
    long length = head.framing().length();
    EventLoop loop = connection.loop();
    return length > loop.options().limits().maxContent() || loop.memory().isScarce()
        ? null
        : ArrivedContent.take(length, input, loop.contentBuffers());
  }

  /** Sends the answer of a refusal that has no request. */
  void answerRefusal(boolean toHead) throws IOException {
    Decision decision = exchange.decision();
    Response response =
        decision.match(
            Decision.Answer::response,
            later -> exchange.fail(new IllegalStateException("a refusal is an answer")),
            receive -> exchange.fail(new IllegalStateException("a refusal is an answer")));
    send(toHead ? response.withoutContent() : response);
  }

  private boolean carryOut(Decision decision) throws IOException {
    Response response =
        decision.match(
            Decision.Answer::response, later -> startWork(later, null), this::startReceiving);
    return response == null ? state() == ConnectionState.RECEIVING : answer(response);
  }

  /** Gives work to a worker, with content that is there already; a response if none is free. */
  private Response startWork(Decision.Later later, ArrivedContent content) {
    arrived = content;
    contentRead |= content != null;
    held = content == null ? 0 : content.held();
    if (!work(later.work(), true)) {
      dropArrived();
      connection.loop().saturated().warn();
      mustClose = true;
      return exchange.refuse(WireRefusals.tooMuchWork());
    }
    return null;
  }

  private Response startReceiving(Decision.Receive receive) {
    ContentReceiver receiver = receive.receiver();
    decoder = ContentDecoder.of(head.framing(), connection.loop().options().limits());
    reception = new Reception(receiver, decoder, connection.loop().contentBuffers());
    connection.on(ConnectionEvent.CONTENT_WANTED);
    connection.deadline().in(connection.loop().options().timeouts().body());
    return null;
  }

  /** Takes content from the input while the receiver is free; whether there may be more to do. */
  boolean receive(ByteBuffer input) throws IOException {
    if (withWorker) {
      return false;
    }
    if (awaitsContinue) {
      awaitsContinue = false;
      // A client that is sending already does not wait (RFC 9110 §10.1.1).
      if (!input.hasRemaining()) {
        connection.outbound().sendContinue();
      }
    }
    if (input.hasRemaining()) {
      if (connection.loop().memory().sheds()) {
        refuseReception(WireRefusals.tooLittleMemory());
        return false;
      }
      connection.deadline().in(connection.loop().options().timeouts().body());
    }
    if (reception.decode(input) == ContentDecoder.Step.REJECTED) {
      Violation violation = reception.decoder().violation();
      connection.on(ConnectionEvent.CONTENT_REJECTED);
      giveUpReception();
      send(exchange.refuse(WireRefusals.broken(violation)));
    } else if (reception.isWorthHandingOver()) {
      held = reception.held();
      reception.handOver();
      if (!work(reception::deliver, false)) {
        throw new IOException("the server has stopped");
      }
    }
    return false;
  }

  /**
   * Has a worker do something and come back with a decision.
   *
   * @param first whether this is the request's first task, which may find no place
   */
  private boolean work(Supplier<Decision> work, boolean first) {
    Workers workers = connection.loop().workers();
    ArrivedContent content = arrived;
    Runnable task =
        () -> {
          Outcome outcome = workers.isCut() ? Outcome.ofStop() : Outcome.of(work, content);
          connection.loop().execute(() -> cameBack(outcome));
        };
    withWorker = first ? workers.admit(task) : workers.resume(task);
    if (withWorker) {
      connection.deadline().none();
    }
    return withWorker;
  }

  private void cameBack(Outcome outcome) {
    withWorker = false;
    dropArrived();
    if (reception != null) {
      reception.takeBack();
    }
    if (state() == ConnectionState.CLOSED) {
      discard(outcome);
      finish(Exchange.Ending.ABORTED);
    } else {
      connection.handle(
          () -> {
            carryOn(outcome);
            connection.process();
          });
    }
  }

  private void dropArrived() {
    if (arrived != null) {
      arrived.drop();
      arrived = null;
      held = 0;
    }
  }

  private void carryOn(Outcome outcome) throws IOException {
    if (outcome.failure() != null) {
      // Where nothing is left of the content, the next request can be found, so it may come.
      contentRead |= reception != null && reception.isComplete();
      giveUpReception();
      answer(exchange.fail(outcome.failure()));
    } else if (reception == null) {
      carryOut(outcome.decision());
    } else if (outcome.decision() == null) {
      held = reception.held();
      connection.deadline().in(connection.loop().options().timeouts().body());
    } else {
      // What the receiver has kept may be what the response is made of.
      held = reception.held();
      reception = null;
      contentRead = true;
      connection.on(ConnectionEvent.CONTENT_COMPLETE);
      carryOut(outcome.decision());
    }
  }

  /** The connection is gone: whatever came back is let go of. */
  private void discard(Outcome outcome) {
    if (reception != null && outcome.decision() == null) {
      giveUpReception();
    }
    if (outcome.decision() != null) {
      outcome.discard(connection.loop().workers());
    }
  }

  /** Aborts the receiver, on a worker: throwing away what it has may wait for storage. */
  private void giveUpReception() {
    if (reception != null) {
      ContentReceiver receiver = reception.receiver();
      reception.takeBack();
      reception = null;
      held = 0;
      if (!connection.loop().workers().resume(receiver::abort)) {
        receiver.abort();
      }
    }
  }

  /** The client stopped sending content. */
  void stalled() throws IOException {
    refuseReception(WireRefusals.lateContent());
  }

  /** The client closed before the content was complete. */
  void truncated() throws IOException {
    refuseReception(WireRefusals.truncatedContent());
  }

  private void refuseReception(Refusal refusal) throws IOException {
    connection.on(ConnectionEvent.REFUSED);
    giveUpReception();
    send(exchange.refuse(refusal));
  }

  private boolean answer(Response response) throws IOException {
    connection.on(ConnectionEvent.ANSWERED);
    persistence =
        Persistence.decide(
            head,
            response.status(),
            connection.remainingRequests(),
            (int) connection.loop().options().timeouts().idle().toSeconds(),
            mustClose || isLeftUnread() || isToBeLast());
    return send(response);
  }

  /** Whether content is unread that cannot be skipped: too long, or perhaps never to be sent. */
  private boolean isLeftUnread() {
    if (contentRead) {
      return false;
    }
    return awaitsContinue || decoder != null || head.framing().length() > MOST_SKIPPED;
  }

  /**
   * Whether the server stops, and the client has not sent a further request already: that one is
   * still answered, and may be the last instead.
   */
  private boolean isToBeLast() {
    return connection.loop().isEnding() && !(contentRead && connection.hasMore());
  }

  private boolean send(Response response) throws IOException {
    boolean buffered;
    responding = true;
    try {
      buffered = connection.outbound().send(response, persistence);
    } catch (IOException | RuntimeException broken) {
      response.body().close();
      throw broken;
    }
    if (!buffered || !(persistence.persists() || connection.outbound().flush())) {
      return false;
    }
    sent();
    return true;
  }

  /** Whether the response is on its way. */
  boolean isResponding() {
    return state() == ConnectionState.RESPONDING || state() == ConnectionState.REFUSING;
  }

  /** All of the response is out, or in the buffer that goes out next. */
  void sent() throws IOException {
    finish(Exchange.Ending.COMPLETE);
    if (!persistence.persists()) {
      connection.lastResponseSent(ConnectionEvent.RESPONSE_SENT_CLOSE, clientMaySend());
    } else if (contentRead) {
      connection.nextRequest(ConnectionEvent.RESPONSE_SENT_PERSIST);
    } else {
      connection.on(ConnectionEvent.RESPONSE_SENT_UNREAD);
      decoder = ContentDecoder.of(head.framing(), connection.loop().skipLimits());
      connection.deadline().in(connection.loop().options().timeouts().body());
    }
  }

  /** Whether the client is not through, or does not know yet that it is. */
  private boolean clientMaySend() {
    return !contentRead || Persistence.isWanted(head);
  }

  /** Skips content nobody wanted; whether the connection goes on with what follows it. */
  boolean skip(ByteBuffer input) throws IOException {
    // Skipping may end the connection, and the response must be out by then.
    if (!connection.outbound().flush()) {
      return false;
    }
    ByteBuffer sink = connection.loop().skipBuffer();
    while (true) {
      sink.clear();
      int before = input.remaining();
      ContentDecoder.Step step = decoder.decode(input, sink);
      skipped += before - input.remaining();
      if (step == ContentDecoder.Step.END) {
        connection.nextRequest(ConnectionEvent.CONTENT_SKIPPED);
        return true;
      }
      if (step == ContentDecoder.Step.REJECTED || skipped > MOST_SKIPPED) {
        connection.lastResponseSent(ConnectionEvent.CONTENT_REJECTED, true);
        return false;
      }
      if (!input.hasRemaining()) {
        return false;
      }
    }
  }

  /** How many octets of the heap its content holds. */
  long held() {
    return held;
  }

  /** Whether a worker is busy with this request, so that nothing more of it is read. */
  boolean isWithWorker() {
    return withWorker;
  }

  /** The connection is closed, be it that all is done or that it broke. */
  void connectionClosed() {
    if (!withWorker) {
      giveUpReception();
      finish(Exchange.Ending.ABORTED);
    }
  }

  private void finish(Exchange.Ending ending) {
    if (!finished) {
      finished = true;
      exchange.finished(ending, responding ? connection.outbound().contentSent() : 0);
    }
  }

  private ConnectionState state() {
    return connection.state();
  }
}
