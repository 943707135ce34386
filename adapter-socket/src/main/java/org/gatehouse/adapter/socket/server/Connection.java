package org.gatehouse.adapter.socket.server;

import static org.gatehouse.adapter.socket.http1.ConnectionState.CLOSED;
import static org.gatehouse.adapter.socket.http1.ConnectionState.IDLE;
import static org.gatehouse.adapter.socket.http1.ConnectionState.LINGERING;
import static org.gatehouse.adapter.socket.http1.ConnectionState.READING_HEAD;
import static org.gatehouse.adapter.socket.http1.ConnectionState.RECEIVING;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import org.gatehouse.adapter.socket.http1.ConnectionEvent;
import org.gatehouse.adapter.socket.http1.ConnectionState;
import org.gatehouse.adapter.socket.http1.HeadReader;
import org.gatehouse.application.port.in.ConnectionInfo;
import org.gatehouse.application.port.in.Exchange;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.message.RequestHead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection: its octets, its state and its deadline. Only its event loop touches it.
 *
 * <p>Every call from the loop is an event; it is handled as far as possible without waiting, then
 * what was put into the shared buffer is sent, and the interest in further events is set by the
 * {@link ConnectionState}. The request that is being served has its own class, {@link
 * CurrentExchange}.
 */
final class Connection {
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

  private final EventLoop loop;
  private final Transport transport;
  private final ConnectionInfo info;
  private final Admission.Place place;
  private final Inbound inbound = new Inbound();
  private final Outbound outbound;
  private final Deadline deadline;
  private final Making making = new Making(this);
  private final Event whenReady = this::goOn;

  private Interest interest;
  private ConnectionState state = IDLE;
  private HeadReader reader;
  private CurrentExchange current;
  private int served;
  private long held;

  Connection(EventLoop loop, Transport transport, ConnectionInfo info, Admission.Place place) {
    this.loop = loop;
    this.transport = transport;
    this.info = info;
    this.place = place;
    this.outbound = new Outbound(transport, loop.outputBuffer(), loop.responseWriter());
    this.deadline = new Deadline(loop);
  }

  /** Begins, with the request that is probably there already. */
  void begin(Interest first) {
    interest = first;
    deadline.forRequest();
    if (place == Admission.Place.REFUSED) {
      handle(() -> refuse(ConnectionEvent.REFUSED, WireRefusals.tooManyConnections(), false));
    } else {
      ready();
    }
  }

  /** Handles one event: whatever goes wrong ends this connection and no other. */
  void handle(Event event) {
    if (state == CLOSED) {
      return;
    }
    try {
      event.run();
      if (state != CLOSED) {
        settle();
      }
    } catch (IOException broken) {
      abort();
      LOG.debug("{} broke: {}", info.remoteAddress(), broken.toString());
    } catch (RuntimeException | Error defect) {
      // Closed first: a log that fails as well must not leave it half alive.
      abort();
      LOG.error("a connection is closed for a defect", defect);
    }
  }

  /** The selector found the channel ready. */
  void ready() {
    handle(whenReady);
  }

  private void goOn() throws IOException {
    if (interest.isToWrite()) {
      goOnSending();
    } else {
      receive();
    }
  }

  /** The network takes octets again: sends on, and then goes on where sending had to wait. */
  void goOnSending() throws IOException {
    if (outbound.pump()) {
      if (current != null && current.isResponding()) {
        current.sent();
      } else {
        deadline.forClient(state, current != null && current.isWithWorker());
      }
      process();
    }
  }

  private void receive() throws IOException {
    int count = inbound.read(transport, loop.inputBuffer());
    if (count < 0) {
      ended();
    } else if (count > 0) {
      process();
    }
  }

  /** The client has shut its side. */
  private void ended() throws IOException {
    if (state == LINGERING) {
      close(ConnectionEvent.LINGER_OVER);
    } else if (state == RECEIVING) {
      current.truncated();
    } else {
      abort();
    }
  }

  /** Takes what is in the inbound buffer, as far as the state wants it. */
  void process() throws IOException {
    boolean goOn = true;
    while (goOn && !outbound.isBlocked()) {
      ByteBuffer input = inbound.octets();
      goOn =
          switch (state) {
            case IDLE, READING_HEAD -> input.hasRemaining() && readHead(input);
            case RECEIVING -> current.receive(input);
            case DRAINING -> current.skip(input);
            case LINGERING -> {
              inbound.discard();
              yield false;
            }
            default -> false;
          };
    }
  }

  private boolean readHead(ByteBuffer input) throws IOException {
    HeadReader heads = reader != null ? reader : loop.headReader();
    switch (heads.read(input)) {
      case NEED_MORE -> {
        needMore(heads);
        return false;
      }
      case REJECTED -> {
        Refusal refusal = WireRefusals.broken(heads.violation());
        boolean toHead = heads.method() == Method.HEAD;
        // It may be the loop's, and the next head it reads is another connection's.
        heads.reset();
        headHasBegun();
        refuse(ConnectionEvent.HEAD_REJECTED, refusal, toHead);
        return false;
      }
      default -> {
        headHasBegun();
        on(ConnectionEvent.HEAD_COMPLETE);
        served++;
        RequestHead head = heads.head();
        heads.reset();
        reader = null;
        current = new CurrentExchange(this, head);
        deadline.none();
        return current.begin(input);
      }
    }
  }

  private void needMore(HeadReader heads) throws IOException {
    if (loop.memory().sheds()) {
      boolean toHead = heads.method() == Method.HEAD;
      heads.reset();
      refuse(ConnectionEvent.REFUSED, WireRefusals.tooLittleMemory(), toHead);
      return;
    }
    if (reader == null) {
      reader = loop.takeHeadReader();
    }
    if (state == IDLE && heads.hasBegun()) {
      headHasBegun();
      deadline.in(loop.options().timeouts().header());
    }
  }

  private void headHasBegun() {
    if (state == IDLE) {
      on(ConnectionEvent.OCTETS_ARRIVED);
    }
  }

  /**
   * Refuses without a request, and ends the connection.
   *
   * @param toHead whether it answers a HEAD, and so has no content (RFC 9110 §9.3.2)
   */
  private void refuse(ConnectionEvent event, Refusal refusal, boolean toHead) throws IOException {
    Exchange exchange = loop.origin().refuse(refusal, info);
    on(event);
    reader = null;
    inbound.discard();
    current = new CurrentExchange(this, exchange);
    current.answerRefusal(toHead);
  }

  /** Ends an event: sends, keeps what is unread, and says what is to be waited for. */
  private void settle() throws IOException {
    // What waited in this event stopped somewhere; only goOnSending takes it up again, so it has to
    // be called even if the network takes the rest right now.
    boolean waited = outbound.isBlocked();
    if (making.isNeeded()) {
      making.begin();
    } else if (!outbound.flush() || outbound.isBlocked() || waited) {
      if (outbound.hasProgressed() || !interest.isToWrite()) {
        deadline.in(loop.options().timeouts().write());
      }
      interest.only(SelectionKey.OP_WRITE);
    } else {
      boolean busy = current != null && current.isWithWorker();
      interest.only(state.wantsOctets() && !busy ? SelectionKey.OP_READ : 0);
    }
    inbound.keep();
    account();
    if (outbound.held() > 0 && loop.memory().sheds()) {
      abort();
    }
  }

  /** Tells how much of the heap it holds until the next event. */
  private void account() {
    long now = inbound.held() + outbound.held() + (current == null ? 0 : current.held());
    if (now != held) {
      loop.memory().change(now - held);
      held = now;
    }
  }

  /** The response is out and the connection goes on with the next request. */
  void nextRequest(ConnectionEvent event) {
    on(event);
    current = null;
    deadline.forRequest();
  }

  /** The last response is out. Lingers if the client may still be sending, else closes. */
  void lastResponseSent(ConnectionEvent event, boolean clientMaySend) throws IOException {
    on(event);
    if (clientMaySend || inbound.octets().hasRemaining()) {
      // Closing now would make the kernel answer what still comes with a reset, and a reset can
      // overtake the response in the client's buffers (RFC 9112 §9.6).
      inbound.discard();
      transport.shutdownOutput();
      deadline.forLinger();
    } else {
      close(ConnectionEvent.LINGER_OVER);
    }
  }

  /** Time has passed; whether it was too much. */
  void checkDeadline(long now) {
    if (deadline.isOver(now)) {
      handle(this::expired);
    }
  }

  private void expired() throws IOException {
    deadline.none();
    if (outbound.isBlocked()) {
      LOG.debug("{} reads nothing any more", info.remoteAddress());
      abort();
      return;
    }
    switch (state) {
      case READING_HEAD ->
          refuse(ConnectionEvent.REFUSED, WireRefusals.lateHead(), reader.method() == Method.HEAD);
      case RECEIVING -> current.stalled();
      case LINGERING -> close(ConnectionEvent.LINGER_OVER);
      case IDLE -> endUnlessARequestHasCome();
      default -> abort();
    }
  }

  private void endUnlessARequestHasCome() throws IOException {
    receive();
    // A request, or the wait for what follows it, has a deadline of its own.
    if (state == IDLE && deadline.isNone()) {
      abort();
    }
  }

  /**
   * The server stops: an idle connection ends, unless a request has just come. One that was active
   * a moment ago is waited for a little, since its client may be sending the next one just now.
   */
  void drain() {
    handle(
        () -> {
          if (state == LINGERING) {
            deadline.onlyLastLinger();
          } else if (state == IDLE && !outbound.isBlocked()) {
            deadline.onlyGrace();
            if (deadline.isOver(loop.now())) {
              expired();
            }
          }
        });
  }

  /** Whether its end would cost the client a request or a response. */
  boolean isBusy() {
    return state.isBusy() || state == IDLE && outbound.isBlocked();
  }

  /** Whether the client has sent something behind the request that is being answered. */
  boolean hasMore() {
    try {
      return inbound.octets().hasRemaining() || inbound.read(transport, loop.inputBuffer()) > 0;
    } catch (IOException broken) {
      // Whoever writes will see it as well.
      LOG.debug("{} sends no more: {}", info.remoteAddress(), broken.toString());
      return false;
    }
  }

  /** Ends at once, whatever is going on. */
  void abort() {
    if (state != CLOSED) {
      close(ConnectionEvent.ABORTED);
    }
  }

  private void close(ConnectionEvent event) {
    try {
      transport.close();
    } catch (IOException alreadyBroken) {
      LOG.debug("closing {}: {}", info.remoteAddress(), alreadyBroken.toString());
    } finally {
      on(event);
      loop.admission().leave(place);
      loop.outputBuffer().clear();
      inbound.discard();
      inbound.keep();
      outbound.close();
      if (current != null) {
        current.connectionClosed();
        current = null;
      }
      account();
    }
  }

  void on(ConnectionEvent event) {
    state = state.on(event);
  }

  /** How many more requests the connection may carry. */
  int remainingRequests() {
    return loop.options().maxRequests() - served;
  }

  Deadline deadline() {
    return deadline;
  }

  EventLoop loop() {
    return loop;
  }

  ConnectionInfo info() {
    return info;
  }

  Interest interest() {
    return interest;
  }

  Outbound outbound() {
    return outbound;
  }

  ConnectionState state() {
    return state;
  }
}
