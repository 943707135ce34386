package org.gatehouse.bootstrap.architecture.bad.application.guard;

import org.gatehouse.bootstrap.architecture.bad.application.endpoint.TellsTime;

/** A feature that uses another. */
public final class KnowsEndpoint {
  /** Uses it. */
  public Object look() {
    return new TellsTime().now();
  }
}
