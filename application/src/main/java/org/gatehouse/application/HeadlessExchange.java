package org.gatehouse.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.application.error.Failures;
import org.gatehouse.application.port.in.ConnectionInfo;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Exchange;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.port.in.Response;

/**
 * The exchange of a head that never was: nothing is known of what the client wanted, so there is
 * neither a route nor a cookie, and the error is told in a line of text.
 */
final class HeadlessExchange implements Exchange {
  private final ExchangeParts parts;
  private final String id;
  private final ConnectionInfo connection;
  private final Instant received;
  private final long begun;
  private Refusal last;
  private boolean ended;

  HeadlessExchange(ExchangeParts parts, String id, ConnectionInfo connection, Refusal refusal) {
    this.parts = parts;
    this.id = id;
    this.connection = connection;
    this.received = parts.clock().now();
    this.begun = parts.clock().nanoTime();
    this.last = refusal;
    parts.report().begun();
  }

  @Override
  public Decision decision() {
    return Decision.answer(refuse(last));
  }

  @Override
  public Response refuse(Refusal refusal) {
    last = refusal;
    return parts.fields().addTo(parts.errors().of(id, refusal), id, Optional.empty());
  }

  @Override
  public Response fail(Throwable failure) {
    parts.report().log().failed(id, failure);
    return refuse(Failures.refusal(failure));
  }

  @Override
  public void finished(Ending ending, long contentOctets) {
    if (ended) {
      return;
    }
    ended = true;
    ExchangeReport report = parts.report();
    long nanos = parts.clock().nanoTime() - begun;
    report.countHeadless(last.status(), nanos, contentOctets);
    if (report.isHeard(last.status())) {
      report.ended(
          new Ended(
              Optional.empty(),
              id,
              connection,
              received,
              Duration.ofNanos(nanos),
              last.status(),
              last.reason(),
              ending,
              0,
              contentOctets));
    }
  }
}
