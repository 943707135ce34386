package org.gatehouse.application.guard;

import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.route.Request;
import org.gatehouse.application.route.Routes;
import org.gatehouse.application.route.Trait;
import org.gatehouse.application.route.WritePolicy;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.message.Status;

/**
 * Asks for credentials before anything is deleted, and before anything is written where that is the
 * policy (RFC 9110 §11.6.1, §15.5.2; RFC 7617 §2). Only for routes that store.
 */
public final class CredentialsGuard implements Guard {
  private static final Verdict UNAUTHORIZED =
      Verdict.refuse(
          Refusal.of(
              Status.UNAUTHORIZED,
              "This takes valid credentials.",
              FieldName.WWW_AUTHENTICATE,
              "Basic realm=\"gatehouse\", charset=\"UTF-8\""));

  private final Routes routes;
  private final WritePolicy writes;
  private final Authenticator authenticator;

  /** A guard of what these routes store. */
  public CredentialsGuard(Routes routes, WritePolicy writes, Authenticator authenticator) {
    this.routes = routes;
    this.writes = writes;
    this.authenticator = authenticator;
  }

  @Override
  public Verdict check(Request request) {
    if (!isGuarded(request.method()) || !routes.of(request).is(Trait.STORES)) {
      return Verdict.pass();
    }
    return authenticator.user(request.fields()).isPresent() ? Verdict.pass() : UNAUTHORIZED;
  }

  private boolean isGuarded(Method method) {
    return method == Method.DELETE || (method.writes() && writes == WritePolicy.AUTHENTICATED);
  }
}
