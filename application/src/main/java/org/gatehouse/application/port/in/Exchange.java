package org.gatehouse.application.port.in;

/**
 * One request and its response (RFC 9110 §3.4). Used by one thread at a time.
 *
 * <p>Between the head and the last octet many things can go wrong on the wire or in storage; the
 * exchange makes the response for each, so that error bodies, logs and metrics have one home.
 */
public interface Exchange {

  /** What is to be done; called once. Never waits. */
  Decision decision();

  /**
   * The response where the wire refuses after the head: broken framing, a stalled or too large
   * content, no worker free. Replaces whatever was decided before; never waits.
   */
  Response refuse(Refusal refusal);

  /** The response where a worker's task threw: 500, or what fits a failing storage. Never waits. */
  Response fail(Throwable failure);

  /**
   * Tells how it ended; called once, whatever the end. Never waits.
   *
   * @param ending how the response ended on the wire
   * @param contentOctets how many octets of the response's content were taken by the network
   */
  void finished(Ending ending, long contentOctets);

  /** How an exchange ends on the wire. */
  enum Ending {
    /** The whole response was handed to the network. */
    COMPLETE,
    /** The connection broke, or was closed, before that. */
    ABORTED
  }
}
