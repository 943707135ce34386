package org.gatehouse.application.guard;

import java.time.Duration;
import java.util.Optional;
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
 * policy (RFC 9110 §11.6.1, §15.5.2; RFC 7617 §2), and turns away for a while whoever has presented
 * too many wrong ones (RFC 6585 §4). Only for routes that store.
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
  public boolean waits(Request request) {
    return isGuarded(request) && authenticator.waits(request);
  }

  @Override
  public Verdict check(Request request) {
    if (!isGuarded(request)) {
      return Verdict.pass();
    }
    Optional<Duration> wait = authenticator.wait(request);
    if (wait.isPresent()) {
      return tooMany(wait.get());
    }
    return authenticator.accepts(request) ? Verdict.pass() : UNAUTHORIZED;
  }

  private boolean isGuarded(Request request) {
    Method method = request.method();
    boolean takesThem =
        method == Method.DELETE || (method.writes() && writes == WritePolicy.AUTHENTICATED);
    return takesThem && routes.of(request).is(Trait.STORES);
  }

  /** Whole seconds, rounded up: who comes back then is heard (RFC 9110 §10.2.3). */
  private static Verdict tooMany(Duration wait) {
    return Verdict.refuse(
        Refusal.of(
            Status.TOO_MANY_REQUESTS,
            "Too many wrong credentials have come from this address.",
            FieldName.RETRY_AFTER,
            Long.toString(wait.plusNanos(999_999_999).toSeconds())));
  }
}
