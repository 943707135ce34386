package org.gatehouse.examples;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gatehouse.application.guard.Guard;
import org.gatehouse.application.guard.Verdict;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.route.Request;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.message.Status;

/**
 * Refuses writes while something has to stay as it is, such as during a backup (RFC 9110 §15.6.4).
 * Like any guard it is asked before content is read, so that a client learns it early.
 */
public final class MaintenanceGuard implements Guard {
  private static final Set<Method> READING = EnumSet.of(Method.GET, Method.HEAD, Method.OPTIONS);
  private static final Verdict LATER =
      Verdict.refuse(
          Refusal.of(
              Status.SERVICE_UNAVAILABLE, "A backup is being made.", FieldName.RETRY_AFTER, "60"));

  private final AtomicBoolean on = new AtomicBoolean();

  /** Begins or ends the time in which nothing is written. */
  public void set(boolean maintenance) {
    on.set(maintenance);
  }

  @Override
  public Verdict check(Request request) {
    return on.get() && !READING.contains(request.method()) ? LATER : Verdict.pass();
  }
}
