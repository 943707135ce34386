package org.gatehouse.application.guard;

import java.util.function.Function;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.route.Request;
import org.gatehouse.domain.message.Status;
import org.gatehouse.domain.target.ResourcePath;

/** Refuses a path that has no one safe reading (RFC 3986 §2.1, §7.3; CWE-22). */
public final class PathGuard implements Guard {
  private static final Verdict DOTS =
      Verdict.refuse(Refusal.of(Status.FORBIDDEN, "The path holds a dot segment."));
  private static final Verdict MALFORMED =
      Verdict.refuse(Refusal.of(Status.BAD_REQUEST, "The path cannot be decoded."));
  private static final Function<ResourcePath, Verdict> PASS = path -> Verdict.pass();
  private static final Function<ResourcePath.Fault, Verdict> REFUSE =
      fault ->
          switch (fault) {
            case DOT_SEGMENT -> DOTS;
            case MALFORMED -> MALFORMED;
          };

  @Override
  public Verdict check(Request request) {
    return request.parsedPath().match(PASS, REFUSE);
  }
}
