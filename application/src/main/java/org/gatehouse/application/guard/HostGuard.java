package org.gatehouse.application.guard;

import java.util.Optional;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.route.Request;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.field.Fields;
import org.gatehouse.domain.message.Status;
import org.gatehouse.domain.target.Authority;
import org.gatehouse.domain.target.RequestTarget;

/**
 * Sees to it that a request is meant for this server (RFC 9112 §3.2, RFC 9110 §7.2, §7.4).
 *
 * <p>The authority of an absolute target counts more than Host, which must be there and well-formed
 * all the same (RFC 9112 §3.2.2); so does its scheme, which must be that of the connection.
 */
public final class HostGuard implements Guard {
  private static final Verdict MISSING = bad("HTTP/1.1 demands a Host field.");
  private static final Verdict REPEATED = bad("There is more than one Host field.");
  private static final Verdict MALFORMED = bad("The Host field is malformed.");
  private static final Verdict OTHER_SCHEME =
      Verdict.refuse(
          Refusal.of(
              Status.MISDIRECTED_REQUEST,
              "The scheme of the target is not that of the connection."));
  private static final Verdict OTHER_HOST =
      Verdict.refuse(Refusal.of(Status.FORBIDDEN, "This server does not answer for that host."));

  private final AllowedHosts allowed;

  /** Most requests say the same; any thread may replace it. */
  private volatile Known last;

  private record Known(String host, int port) {}

  /** A guard that lets requests for these hosts pass. */
  public HostGuard(AllowedHosts allowed) {
    this.allowed = allowed;
  }

  private static Verdict bad(String reason) {
    return Verdict.refuse(Refusal.of(Status.BAD_REQUEST, reason));
  }

  @Override
  public Verdict check(Request request) {
    Fields fields = request.fields();
    int first = fields.indexOf(FieldName.HOST, 0);
    if (first < 0) {
      return request.head().version().isAtLeast11()
          ? MISSING
          : checkAuthority(request, request.head().target().authority());
    }
    if (fields.indexOf(FieldName.HOST, first + 1) >= 0) {
      return REPEATED;
    }
    if (isKnown(request, first)) {
      return Verdict.pass();
    }
    Optional<Authority> host = Authority.parse(fields.value(first));
    if (host.isEmpty()) {
      return MALFORMED;
    }
    Optional<Authority> target = request.head().target().authority();
    Verdict verdict = checkAuthority(request, target.isPresent() ? target : host);
    if (verdict.passes() && target.isEmpty()) {
      last = new Known(fields.value(first), request.connection().localPort());
    }
    return verdict;
  }

  /** Whether the very same Host, alone, was let pass a moment ago. */
  private boolean isKnown(Request request, int host) {
    Known known = last;
    return known != null
        && request.head().target().form() == RequestTarget.Form.ORIGIN
        && known.port() == request.connection().localPort()
        && request.fields().hasValue(host, known.host());
  }

  private Verdict checkAuthority(Request request, Optional<Authority> authority) {
    RequestTarget target = request.head().target();
    if (target.form() == RequestTarget.Form.ABSOLUTE
        && !target.scheme().equals(request.connection().scheme())) {
      return OTHER_SCHEME;
    }
    boolean meant =
        authority.isEmpty() || allowed.contain(authority.get(), request.connection().localPort());
    return meant ? Verdict.pass() : OTHER_HOST;
  }
}
