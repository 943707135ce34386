package org.gatehouse.application.port.out;

/** What the running server can tell of itself. Safe for use by several threads; never waits. */
public interface ServerGauges {

  /** How many workers there are. */
  int totalWorkers();

  /** How many of them are at work. */
  int activeWorkers();

  /** How many tasks wait for a worker. */
  int queueDepth();

  /** How many connections are open. */
  int openConnections();

  /** How many connections were accepted since the start. */
  long acceptedConnections();
}
