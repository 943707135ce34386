package org.gatehouse.application;

import java.util.Optional;
import org.gatehouse.application.guard.Authenticator;
import org.gatehouse.application.metrics.TrafficCounters;
import org.gatehouse.application.port.out.AccessLog;
import org.gatehouse.application.port.out.Clock;
import org.gatehouse.application.route.Request;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.message.Status;
import org.gatehouse.domain.target.RequestTarget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts and logs every exchange, whatever its end. Safe for use by several threads. */
public final class ExchangeReport {
  private final TrafficCounters traffic;
  private final Optional<AccessLog> accessLog;
  private final Authenticator authenticator;
  private final PlainCredentials plainCredentials;
  private final ExchangeLog log;

  /**
   * A report.
   *
   * @param traffic counts the exchanges
   * @param accessLog takes an entry of each; empty for none ({@code --access-log off})
   * @param authenticator tells the user of an entry
   * @param clock spaces out the warnings about passwords that anyone could read
   */
  public ExchangeReport(
      TrafficCounters traffic,
      Optional<AccessLog> accessLog,
      Authenticator authenticator,
      Clock clock) {
    this(traffic, accessLog, authenticator, clock, LoggerFactory.getLogger(ExchangeLog.class));
  }

  /** A report that makes its records with a logger of its own. */
  public ExchangeReport(
      TrafficCounters traffic,
      Optional<AccessLog> accessLog,
      Authenticator authenticator,
      Clock clock,
      Logger log) {
    this.log = new ExchangeLog(log);
    this.traffic = traffic;
    this.accessLog = accessLog;
    this.authenticator = authenticator;
    this.plainCredentials = new PlainCredentials(clock);
  }

  ExchangeLog log() {
    return log;
  }

  /** A request has come that will be counted. */
  void begun() {
    traffic.begin();
  }

  /** Counts a request that has ended; see {@link TrafficCounters#count}. */
  void count(Request request, Status status, long nanos, long taken, long sent) {
    traffic.count(path(request), request.method(), status, nanos, taken, sent);
  }

  /** Counts what never was a request. */
  void countHeadless(Status status, long nanos, long sent) {
    traffic.count("", Method.UNREGISTERED, status, nanos, 0, sent);
  }

  /** Whether anybody wants to be told of an end with this status. */
  boolean isHeard(Status status) {
    return accessLog.isPresent() || log.isHeard(status);
  }

  /** Tells of an end, counted or not. */
  void ended(Ended ended) {
    if (accessLog.isPresent()) {
      accessLog.get().record(entry(ended));
    }
    log.ended(ended);
  }

  /** Warns if a request carried a password that anyone could read. */
  void notice(Request request) {
    plainCredentials.notice(request);
  }

  private static String path(Request request) {
    if (request.head().target().form() == RequestTarget.Form.ASTERISK) {
      return "*";
    }
    return request.hasPath() ? request.path().toString() : "";
  }

  private AccessLog.Entry entry(Ended ended) {
    Optional<Request> request = ended.request();
    return new AccessLog.Entry(
        ended.received(),
        ended.connection().remoteAddress(),
        request.flatMap(known -> authenticator.user(known.fields())).orElse(""),
        request.map(known -> known.head().methodToken()).orElse(""),
        request.map(known -> known.head().target().raw()).orElse(""),
        request.map(known -> known.head().version().toString()).orElse(""),
        ended.status(),
        ended.sentOctets(),
        ended.duration(),
        field(request, FieldName.REFERER),
        field(request, FieldName.USER_AGENT),
        ended.requestId());
  }

  private static String field(Optional<Request> request, String name) {
    return request.flatMap(known -> known.fields().first(name)).orElse("");
  }
}
