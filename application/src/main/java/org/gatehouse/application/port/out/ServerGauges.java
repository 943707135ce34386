package org.gatehouse.application.port.out;

/** What the running server can tell of itself. Safe for use by several threads; never waits. */
public interface ServerGauges {

  /** How many workers there are. */
  int totalWorkers();

  /** How many of them are at work. */
  int activeWorkers();

  /** How many tasks wait for a worker. */
  int queueDepth();

  /** How many may wait. */
  int queueLimit();

  /**
   * How many requests were refused since the start because too many waited or held too much memory.
   */
  long shedRequests();

  /** How many connections are open. */
  int openConnections();

  /** How many may be open. */
  int connectionLimit();

  /** How many connections were refused since the start because too many were open. */
  long refusedConnections();

  /** How many connections were accepted since the start, those included that were then refused. */
  long acceptedConnections();
}
