package org.gatehouse.bootstrap;

/** Tells when the server is to stop. */
interface StopSignal {

  /** Begins to listen for the signal. One that comes earlier ends the process as usual. */
  void arm();

  /** Waits for the signal. */
  void await() throws InterruptedException;
}
