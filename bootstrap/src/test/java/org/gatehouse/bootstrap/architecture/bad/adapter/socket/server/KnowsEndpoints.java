package org.gatehouse.bootstrap.architecture.bad.adapter.socket.server;

import org.gatehouse.bootstrap.architecture.bad.application.endpoint.TellsTime;

/** Goes past the driving port. */
public final class KnowsEndpoints {
  /** Uses an endpoint. */
  public Object look() {
    return new TellsTime();
  }
}
