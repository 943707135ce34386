package org.gatehouse.adapter.socket.http1;

import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.message.HttpVersion;
import org.gatehouse.domain.message.RequestHead;

/**
 * Whether the connection goes on after a response (RFC 9112 §9.3).
 *
 * @param persists false if the response is the last one
 * @param timeoutSeconds how long the connection may be idle, for the client to know
 * @param remaining how many more requests it may carry
 */
public record Persistence(boolean persists, int timeoutSeconds, int remaining) {

  /** The connection ends with this response. */
  public static final Persistence CLOSE = new Persistence(false, 0, 0);

  /**
   * Decides. An HTTP/1.1 connection persists unless {@code Connection: close} was sent; an HTTP/1.0
   * connection does not unless {@code keep-alive} was, and {@code close} was not.
   *
   * @param remainingAfterThis how many more requests the connection may carry after this one
   * @param mustClose whether the server wants it to end, be it that it is shutting down or that the
   *     next message cannot be found
   */
  public static Persistence decide(
      RequestHead head, int remainingAfterThis, int timeoutSeconds, boolean mustClose) {
    boolean persists = !mustClose && remainingAfterThis > 0 && isWanted(head);
    return persists ? new Persistence(true, timeoutSeconds, remainingAfterThis) : CLOSE;
  }

  /** Whether the client wants the connection to go on. */
  public static boolean isWanted(RequestHead head) {
    HttpVersion version = head.version();
    if (version.major() != 1 || option(head, "close")) {
      return false;
    }
    return version.isAtLeast11() || option(head, "keep-alive");
  }

  private static boolean option(RequestHead head, String option) {
    return Tokens.contains(head.fields(), FieldName.CONNECTION, option);
  }
}
