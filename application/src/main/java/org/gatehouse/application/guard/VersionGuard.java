package org.gatehouse.application.guard;

import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.route.Request;
import org.gatehouse.domain.message.Status;

/**
 * Refuses a major version other than 1; any minor one is answered as HTTP/1.1 (RFC 9110 §2.5,
 * §15.6.6).
 */
public final class VersionGuard implements Guard {
  private static final Verdict UNSUPPORTED =
      Verdict.refuse(
          Refusal.of(
              Status.HTTP_VERSION_NOT_SUPPORTED, "This server speaks HTTP/1.0 and HTTP/1.1."));

  @Override
  public Verdict check(Request request) {
    return request.head().version().major() == 1 ? Verdict.pass() : UNSUPPORTED;
  }
}
