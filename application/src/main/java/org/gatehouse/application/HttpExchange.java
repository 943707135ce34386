package org.gatehouse.application;

import java.time.Duration;
import java.util.Optional;
import org.gatehouse.application.error.Failures;
import org.gatehouse.application.port.in.ContentReceiver;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Exchange;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.route.Request;
import org.gatehouse.application.route.Route;
import org.gatehouse.application.route.Trait;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.message.Status;

/**
 * The exchange of a valid head: guards, then the route, and every response that comes of it
 * completed in the same way, at whatever step and on whatever thread it was made.
 */
final class HttpExchange implements Exchange {
  private final ExchangeParts parts;
  private final Request request;
  private final Route route;
  private final boolean counted;
  private final long begun;
  private long received;
  private Optional<String> cookie;
  private Response last;
  private boolean ended;

  HttpExchange(ExchangeParts parts, Request request) {
    this.parts = parts;
    this.request = request;
    this.route = parts.routes().of(request);
    this.counted = !route.is(Trait.UNCOUNTED);
    this.begun = parts.clock().nanoTime();
    if (counted) {
      parts.report().begun();
    }
  }

  @Override
  public Decision decision() {
    parts.report().log().received(request);
    try {
      return completed(parts.guards().decide(request, route.handling()));
    } catch (RuntimeException | Error failure) {
      return Decision.answer(fail(failure));
    }
  }

  /** The decision with every response to come of it completed. */
  private Decision completed(Decision decision) {
    // By type, not by match: nearly every decision is an answer, and not to cost three functions.
    if (decision instanceof Decision.Answer answer) {
      return Decision.answer(completed(answer.response()));
    }
    if (decision instanceof Decision.Later later) {
      return Decision.later(() -> completed(later.work().get()));
    }
    return Decision.receive(receiver(((Decision.Receive) decision).receiver()));
  }

  private ContentReceiver receiver(ContentReceiver receiver) {
    return new CompletingReceiver(receiver, octets -> received += octets, this::completed);
  }

  private Response completed(Response response) {
    Response whole = parts.fields().addTo(response, request.id(), cookie());
    last = request.method() == Method.HEAD ? whole.withoutContent() : whole;
    return last;
  }

  /** One for the whole exchange, also where a later response replaces the one that had it first. */
  private Optional<String> cookie() {
    if (cookie == null) {
      boolean gives = route.is(Trait.GIVES_COOKIE);
      cookie = gives ? parts.cookies().valueFor(request.fields()) : Optional.empty();
    }
    return cookie;
  }

  @Override
  public Response refuse(Refusal refusal) {
    return completed(parts.errors().of(request, refusal));
  }

  @Override
  public Response fail(Throwable failure) {
    parts.report().log().failed(request.id(), failure);
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
    Status status = last == null ? Status.BAD_REQUEST : last.status();
    if (counted) {
      report.count(request, status, nanos, received, contentOctets);
    }
    if (report.isHeard(status)) {
      report.ended(ended(ending, status, nanos, contentOctets));
    }
    report.notice(request);
  }

  private Ended ended(Ending ending, Status status, long nanos, long contentOctets) {
    return new Ended(
        Optional.of(request),
        request.id(),
        request.connection(),
        request.received(),
        Duration.ofNanos(nanos),
        status,
        last == null ? "The connection ended before there was a response." : last.reason(),
        ending,
        received,
        contentOctets);
  }
}
