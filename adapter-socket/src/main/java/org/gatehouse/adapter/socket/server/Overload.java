package org.gatehouse.adapter.socket.server;

import java.util.concurrent.ThreadLocalRandom;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.message.Status;

/** The refusals of a server that has no room (RFC 9110 §15.6.4). */
final class Overload {
  private static final int SOONEST = 50;
  private static final int LATEST = 200;

  private Overload() {}

  static Refusal tooManyConnections() {
    return refusal("Too many connections are open.");
  }

  static Refusal tooMuchWork() {
    return refusal("The server has more to do than it can.");
  }

  /** A random time, so that those who were refused together do not come back together. */
  private static Refusal refusal(String reason) {
    int seconds = ThreadLocalRandom.current().nextInt(SOONEST, LATEST + 1);
    return Refusal.of(
        Status.SERVICE_UNAVAILABLE, reason, FieldName.RETRY_AFTER, Integer.toString(seconds));
  }
}
