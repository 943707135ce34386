package org.gatehouse.application.guard;

import java.util.Optional;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.route.Request;
import org.gatehouse.application.route.Routes;
import org.gatehouse.application.route.Trait;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.field.Fields;
import org.gatehouse.domain.field.Grammar;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.message.Status;

/**
 * Judges announced content before the first octet of it is read (RFC 9110 §8.6, §10.1.1, §15.5.12,
 * §15.5.14, §15.5.18).
 */
public final class ContentGuard implements Guard {
  private static final Verdict UNANNOUNCED =
      Verdict.refuse(
          Refusal.of(
              Status.LENGTH_REQUIRED, "Content to be stored needs a Content-Length, or chunks."));
  private static final Verdict UNEXPECTED =
      Verdict.refuse(
          Refusal.of(Status.EXPECTATION_FAILED, "Nothing but 100-continue can be expected here."));

  private final Routes routes;
  private final long most;
  private final Verdict tooLarge;

  /** A guard that takes so many octets of content, for any method. */
  public ContentGuard(Routes routes, long most) {
    this.routes = routes;
    this.most = most;
    this.tooLarge =
        Verdict.refuse(
            Refusal.of(
                Status.CONTENT_TOO_LARGE, "The content is larger than " + most + " octets."));
  }

  @Override
  public Verdict check(Request request) {
    Method method = request.method();
    boolean sends = method == Method.PUT || method == Method.POST;
    if (sends && !request.head().framing().isAnnounced() && routes.of(request).is(Trait.STORES)) {
      return UNANNOUNCED;
    }
    if (request.head().framing().length() > most) {
      return tooLarge;
    }
    return canBeMet(request.fields()) ? Verdict.pass() : UNEXPECTED;
  }

  private static boolean canBeMet(Fields fields) {
    Optional<String> expectations = fields.combined(FieldName.EXPECT);
    if (expectations.isPresent()) {
      for (String expectation : Grammar.elements(expectations.get())) {
        if (!expectation.equalsIgnoreCase("100-continue")) {
          return false;
        }
      }
    }
    return true;
  }
}
