package org.gatehouse.application.guard;

import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.route.Request;
import org.gatehouse.domain.message.Status;

/** Refuses a target that is longer than this server reads (RFC 9110 §15.5.15). */
public final class TargetLengthGuard implements Guard {
  private final int most;
  private final Verdict tooLong;

  /** A guard that takes targets of so many octets, as sent. */
  public TargetLengthGuard(int most) {
    this.most = most;
    this.tooLong =
        Verdict.refuse(
            Refusal.of(Status.URI_TOO_LONG, "The target is longer than " + most + " octets."));
  }

  @Override
  public Verdict check(Request request) {
    return request.head().target().raw().length() > most ? tooLong : Verdict.pass();
  }
}
