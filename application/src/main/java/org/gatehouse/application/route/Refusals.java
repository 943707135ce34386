package org.gatehouse.application.route;

import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.port.in.Response;

/**
 * Makes the response for a refusal, in the form that the client reads best: the one place for it.
 */
@FunctionalInterface
public interface Refusals {

  /** The response that tells of a refusal. */
  Response of(Request request, Refusal refusal);
}
