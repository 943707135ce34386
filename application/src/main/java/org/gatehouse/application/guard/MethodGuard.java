package org.gatehouse.application.guard;

import java.util.Set;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.route.Allow;
import org.gatehouse.application.route.Request;
import org.gatehouse.application.route.Routes;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.message.Status;

/**
 * Refuses a method that the route does not take with 405 and Allow, and a method that nobody
 * registered with 501 (RFC 9110 §9.1, §15.5.6, §15.6.2).
 *
 * <p>What a route takes is known to its handler alone, which leaves out the writes where they are
 * off.
 */
public final class MethodGuard implements Guard {
  private static final Verdict UNREGISTERED =
      Verdict.refuse(Refusal.of(Status.NOT_IMPLEMENTED, "This method is not known here."));

  private final Routes routes;

  /** A guard for these routes. */
  public MethodGuard(Routes routes) {
    this.routes = routes;
  }

  @Override
  public Verdict check(Request request) {
    if (request.method() == Method.UNREGISTERED) {
      return UNREGISTERED;
    }
    Set<Method> taken = routes.of(request).handler().methods(request);
    return taken.contains(request.method()) ? Verdict.pass() : notAllowed(taken);
  }

  private static Verdict notAllowed(Set<Method> taken) {
    return Verdict.refuse(
        Refusal.of(
            Status.METHOD_NOT_ALLOWED,
            "This method is not allowed here.",
            FieldName.ALLOW,
            Allow.value(taken)));
  }
}
