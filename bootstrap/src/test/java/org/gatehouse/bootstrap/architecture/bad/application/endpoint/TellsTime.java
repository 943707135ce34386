package org.gatehouse.bootstrap.architecture.bad.application.endpoint;

import java.time.Instant;

/** Asks the machine for the time. */
public final class TellsTime {
  /** Now. */
  public Instant now() {
    return Instant.now();
  }
}
