package org.gatehouse.bootstrap;

import java.time.Duration;

/** Tells when the server is to stop. */
interface StopSignal {

  /** Begins to listen for the signal. One that comes earlier ends the process as usual. */
  void arm();

  /**
   * Waits for the signal, but not longer than this.
   *
   * @return whether it has come
   */
  boolean await(Duration patience) throws InterruptedException;

  /** Waits for the signal. */
  void await() throws InterruptedException;
}
