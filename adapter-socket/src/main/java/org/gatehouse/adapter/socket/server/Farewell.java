package org.gatehouse.adapter.socket.server;

import java.time.Duration;

/**
 * How long connections are waited for at their end, so that nothing the client has sent is lost.
 *
 * @param grace for the next request of a client that was active a moment ago, when the server stops
 * @param linger for the client to read the last response and to close
 * @param lastLinger the same, when the server stops
 */
record Farewell(Duration grace, Duration linger, Duration lastLinger) {

  /** Long enough for what is under way; a client that is merely silent holds up no stop. */
  static final Farewell USUAL =
      new Farewell(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(1));
}
