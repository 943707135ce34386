package org.gatehouse.adapter.socket.server;

import java.util.concurrent.ThreadLocalRandom;
import org.gatehouse.adapter.socket.http1.Violation;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.message.Status;

/** What the wire refuses by itself: broken framing, clients that are too slow, want of room. */
final class WireRefusals {
  private static final int SOONEST = 50;
  private static final int LATEST = 200;

  private WireRefusals() {}

  static Refusal broken(Violation violation) {
    return Refusal.of(violation.status(), violation.publicText());
  }

  static Refusal lateHead() {
    return Refusal.of(Status.REQUEST_TIMEOUT, "The request head did not arrive in time.");
  }

  static Refusal lateContent() {
    return Refusal.of(Status.REQUEST_TIMEOUT, "The content did not arrive in time.");
  }

  static Refusal truncatedContent() {
    return Refusal.of(Status.BAD_REQUEST, "The connection ended before the content did.");
  }

  static Refusal tooManyConnections() {
    return unavailable("Too many connections are open.");
  }

  static Refusal tooMuchWork() {
    return unavailable("The server has more to do than it can.");
  }

  static Refusal tooLittleMemory() {
    return unavailable("Too many clients send or read slowly.");
  }

  /** A random time, so that those who were refused together do not come back together. */
  private static Refusal unavailable(String reason) {
    int seconds = ThreadLocalRandom.current().nextInt(SOONEST, LATEST + 1);
    return Refusal.of(
        Status.SERVICE_UNAVAILABLE, reason, FieldName.RETRY_AFTER, Integer.toString(seconds));
  }
}
