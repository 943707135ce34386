package org.gatehouse.application;

import org.gatehouse.application.cookie.VisitorCookies;
import org.gatehouse.application.error.ErrorResponses;
import org.gatehouse.application.guard.GuardChain;
import org.gatehouse.application.port.in.ConnectionInfo;
import org.gatehouse.application.port.in.Exchange;
import org.gatehouse.application.port.in.Origin;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.port.out.Clock;
import org.gatehouse.application.port.out.IdSource;
import org.gatehouse.application.route.Request;
import org.gatehouse.application.route.Routes;
import org.gatehouse.domain.message.RequestHead;

/**
 * The origin server (RFC 9110 §3.6): a request goes through the guards to its route, and whatever
 * answers it, every response is finished, counted and logged in the same way.
 */
public final class OriginServer implements Origin {
  private final ExchangeParts parts;
  private final IdSource ids;

  /**
   * A server of these parts.
   *
   * @param guards asked before the route
   * @param routes who answers what
   * @param errors makes the responses for what goes wrong
   * @param cookies gives ids to visitors
   * @param report takes what became of every exchange
   * @param clock tells the time
   * @param ids gives ids to requests
   */
  public OriginServer(
      GuardChain guards,
      Routes routes,
      ErrorResponses errors,
      VisitorCookies cookies,
      ExchangeReport report,
      Clock clock,
      IdSource ids) {
    this.parts =
        new ExchangeParts(guards, routes, errors, cookies, new CommonFields(clock), report, clock);
    this.ids = ids;
  }

  @Override
  public Exchange accept(RequestHead head, ConnectionInfo connection) {
    Request request =
        new Request(
            head, head.target().resource(), connection, ids.requestId(), parts.clock().now());
    return new HttpExchange(parts, request);
  }

  @Override
  public Exchange refuse(Refusal refusal, ConnectionInfo connection) {
    return new HeadlessExchange(parts, ids.requestId(), connection, refusal);
  }
}
