package org.gatehouse.application.route;

import java.util.Set;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.domain.message.Method;

/** Answers the requests of a route: an endpoint, or the resources. */
public interface ExchangeHandler {

  /**
   * The methods it takes for a target, OPTIONS included: what Allow says (RFC 9110 §10.2.1). Asked
   * before the path is known to be valid, so it must not rely on {@link Request#path()}.
   */
  Set<Method> methods(Request request);

  /**
   * Decides. Called with a method that it takes, after all guards have passed; never waits: what
   * needs storage is a {@link Decision#later}.
   */
  Decision handle(Request request);
}
