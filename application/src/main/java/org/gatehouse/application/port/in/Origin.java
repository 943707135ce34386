package org.gatehouse.application.port.in;

import org.gatehouse.domain.message.RequestHead;

/** The origin server as the wire sees it. Safe for use by several threads. */
public interface Origin {

  /** Opens the exchange of a valid head. Never waits. */
  Exchange accept(RequestHead head, ConnectionInfo connection);

  /**
   * Opens the exchange of a head that never was: malformed, too large, too late, or refused unread
   * for want of room. Its decision is an answer. Never waits.
   */
  Exchange refuse(Refusal refusal, ConnectionInfo connection);
}
