package org.gatehouse.adapter.socket.http1;

import static org.gatehouse.adapter.socket.http1.ConnectionEvent.ABORTED;
import static org.gatehouse.adapter.socket.http1.ConnectionEvent.ANSWERED;
import static org.gatehouse.adapter.socket.http1.ConnectionEvent.CONTENT_COMPLETE;
import static org.gatehouse.adapter.socket.http1.ConnectionEvent.CONTENT_REJECTED;
import static org.gatehouse.adapter.socket.http1.ConnectionEvent.CONTENT_SKIPPED;
import static org.gatehouse.adapter.socket.http1.ConnectionEvent.CONTENT_WANTED;
import static org.gatehouse.adapter.socket.http1.ConnectionEvent.HEAD_COMPLETE;
import static org.gatehouse.adapter.socket.http1.ConnectionEvent.HEAD_REJECTED;
import static org.gatehouse.adapter.socket.http1.ConnectionEvent.LINGER_OVER;
import static org.gatehouse.adapter.socket.http1.ConnectionEvent.OCTETS_ARRIVED;
import static org.gatehouse.adapter.socket.http1.ConnectionEvent.REFUSED;
import static org.gatehouse.adapter.socket.http1.ConnectionEvent.RESPONSE_SENT_CLOSE;
import static org.gatehouse.adapter.socket.http1.ConnectionEvent.RESPONSE_SENT_PERSIST;
import static org.gatehouse.adapter.socket.http1.ConnectionEvent.RESPONSE_SENT_UNREAD;

/**
 * What a connection is doing (RFC 9112 §9). All its ways are in this one table; whatever is not in
 * it is a mistake of the server's own.
 *
 * <pre>
 * in            on                     goes to
 * ------------  ---------------------  ------------
 * IDLE          OCTETS_ARRIVED         READING_HEAD
 * IDLE          REFUSED                REFUSING
 * IDLE          ABORTED                CLOSED
 * READING_HEAD  OCTETS_ARRIVED         READING_HEAD
 * READING_HEAD  HEAD_COMPLETE          DECIDING
 * READING_HEAD  HEAD_REJECTED          REFUSING
 * READING_HEAD  REFUSED                REFUSING
 * READING_HEAD  ABORTED                CLOSED
 * DECIDING      CONTENT_WANTED         RECEIVING
 * DECIDING      ANSWERED               RESPONDING
 * DECIDING      ABORTED                CLOSED
 * RECEIVING     OCTETS_ARRIVED         RECEIVING
 * RECEIVING     CONTENT_COMPLETE       DECIDING
 * RECEIVING     CONTENT_REJECTED       REFUSING
 * RECEIVING     ANSWERED               RESPONDING
 * RECEIVING     REFUSED                REFUSING
 * RECEIVING     ABORTED                CLOSED
 * RESPONDING    RESPONSE_SENT_PERSIST  IDLE
 * RESPONDING    RESPONSE_SENT_UNREAD   DRAINING
 * RESPONDING    RESPONSE_SENT_CLOSE    LINGERING
 * RESPONDING    ABORTED                CLOSED
 * REFUSING      RESPONSE_SENT_CLOSE    LINGERING
 * REFUSING      ABORTED                CLOSED
 * DRAINING      OCTETS_ARRIVED         DRAINING
 * DRAINING      CONTENT_SKIPPED        IDLE
 * DRAINING      CONTENT_REJECTED       LINGERING
 * DRAINING      ABORTED                CLOSED
 * LINGERING     OCTETS_ARRIVED         LINGERING
 * LINGERING     LINGER_OVER            CLOSED
 * LINGERING     ABORTED                CLOSED
 * </pre>
 */
public enum ConnectionState {
  /** No octet of a next head has come. */
  IDLE,
  /** A head has begun. */
  READING_HEAD,
  /** The application, or a worker on its behalf, has the request. */
  DECIDING,
  /** The application takes the request's content. */
  RECEIVING,
  /** A response is on its way. */
  RESPONDING,
  /** A refusal is on its way, and nothing can follow it. */
  REFUSING,
  /** The response is out, and the content nobody wanted is being skipped. */
  DRAINING,
  /** Our side is shut; what still comes is discarded, so that the client can read the answer. */
  LINGERING,
  /** The end. */
  CLOSED;

  private static final ConnectionState[][] NEXT =
      new ConnectionState[values().length][ConnectionEvent.values().length];

  static {
    IDLE.leads(OCTETS_ARRIVED, READING_HEAD);
    IDLE.leads(REFUSED, REFUSING);
    READING_HEAD.leads(OCTETS_ARRIVED, READING_HEAD);
    READING_HEAD.leads(HEAD_COMPLETE, DECIDING);
    READING_HEAD.leads(HEAD_REJECTED, REFUSING);
    READING_HEAD.leads(REFUSED, REFUSING);
    DECIDING.leads(CONTENT_WANTED, RECEIVING);
    DECIDING.leads(ANSWERED, RESPONDING);
    RECEIVING.leads(OCTETS_ARRIVED, RECEIVING);
    RECEIVING.leads(CONTENT_COMPLETE, DECIDING);
    RECEIVING.leads(CONTENT_REJECTED, REFUSING);
    RECEIVING.leads(ANSWERED, RESPONDING);
    RECEIVING.leads(REFUSED, REFUSING);
    RESPONDING.leads(RESPONSE_SENT_PERSIST, IDLE);
    RESPONDING.leads(RESPONSE_SENT_UNREAD, DRAINING);
    RESPONDING.leads(RESPONSE_SENT_CLOSE, LINGERING);
    REFUSING.leads(RESPONSE_SENT_CLOSE, LINGERING);
    DRAINING.leads(OCTETS_ARRIVED, DRAINING);
    DRAINING.leads(CONTENT_SKIPPED, IDLE);
    DRAINING.leads(CONTENT_REJECTED, LINGERING);
    LINGERING.leads(OCTETS_ARRIVED, LINGERING);
    LINGERING.leads(LINGER_OVER, CLOSED);
    for (ConnectionState state : values()) {
      if (state != CLOSED) {
        state.leads(ABORTED, CLOSED);
      }
    }
  }

  private void leads(ConnectionEvent event, ConnectionState next) {
    NEXT[ordinal()][event.ordinal()] = next;
  }

  /** Whether octets of the client are looked at. */
  public boolean wantsOctets() {
    return switch (this) {
      case IDLE, READING_HEAD, RECEIVING, DRAINING, LINGERING -> true;
      default -> false;
    };
  }

  /** Whether the end of the connection would cost the client a request or a response. */
  public boolean isBusy() {
    return switch (this) {
      case IDLE, LINGERING, CLOSED -> false;
      default -> true;
    };
  }

  /**
   * The state after this event.
   *
   * @throws IllegalStateException if the event cannot happen in this state
   */
  public ConnectionState on(ConnectionEvent event) {
    ConnectionState next = NEXT[ordinal()][event.ordinal()];
    if (next == null) {
      throw new IllegalStateException(event + " cannot happen in " + this);
    }
    return next;
  }
}
