package org.gatehouse.adapter.socket.http1;

import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.field.Fields;
import org.gatehouse.domain.message.HttpVersion;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.message.RequestHead;
import org.gatehouse.domain.message.Status;

/**
 * Whether the connection goes on after a response (RFC 9112 §9.3).
 *
 * @param persists false if the response is the last one
 * @param timeoutSeconds how long the connection may be idle, for the client to know
 * @param remaining how many more requests it may carry
 */
public record Persistence(boolean persists, int timeoutSeconds, int remaining) {

  private static final String KEEP_ALIVE = "keep-alive";

  /** The connection ends with this response. */
  public static final Persistence CLOSE = new Persistence(false, 0, 0);

  /**
   * Decides. An HTTP/1.1 connection persists unless {@code Connection: close} was sent; an HTTP/1.0
   * connection does not unless {@code keep-alive} was, and {@code close} was not. Neither does if
   * what follows may not be meant as a request: behind a {@code CONNECT}, which is never granted
   * here, stands what was meant for the tunnel (RFC 9110 §9.3.6), behind a {@code 400} the rest of
   * what was not understood, behind a {@code 411} perhaps the content that nobody announced.
   *
   * @param answer the status of the response
   * @param remainingAfterThis how many more requests the connection may carry after this one
   * @param mustClose whether the server wants it to end, be it that it is shutting down or that the
   *     next message cannot be found
   */
  public static Persistence decide(
      RequestHead head,
      Status answer,
      int remainingAfterThis,
      int timeoutSeconds,
      boolean mustClose) {
    boolean persists =
        !mustClose && remainingAfterThis > 0 && isWanted(head) && mayBeFollowed(head, answer);
    return persists ? new Persistence(true, timeoutSeconds, remainingAfterThis) : CLOSE;
  }

  private static boolean mayBeFollowed(RequestHead head, Status answer) {
    return head.method() != Method.CONNECT
        && answer != Status.BAD_REQUEST
        && answer != Status.LENGTH_REQUIRED;
  }

  /** Whether the client wants the connection to go on. */
  public static boolean isWanted(RequestHead head) {
    HttpVersion version = head.version();
    Fields fields = head.fields();
    int line = fields.indexOf(FieldName.CONNECTION, 0);
    if (version.major() != 1 || line < 0) {
      return version.major() == 1 && version.isAtLeast11();
    }
    if (fields.hasValue(line, KEEP_ALIVE) && fields.indexOf(FieldName.CONNECTION, line + 1) < 0) {
      // What nearly all say who say anything: not to be taken apart each time.
      return true;
    }
    return !option(head, "close") && (version.isAtLeast11() || option(head, KEEP_ALIVE));
  }

  private static boolean option(RequestHead head, String option) {
    return Tokens.contains(head.fields(), FieldName.CONNECTION, option);
  }
}
