package org.gatehouse.application;

import java.time.Duration;
import org.gatehouse.application.port.in.Exchange;
import org.gatehouse.application.port.out.LogText;
import org.gatehouse.application.route.Request;
import org.gatehouse.domain.field.Fields;
import org.gatehouse.domain.message.ContentFraming;
import org.gatehouse.domain.message.Status;
import org.slf4j.Logger;

/**
 * The three records that an exchange leaves: DEBUG, what was asked; INFO, what became of it; WARN,
 * why it was refused or failed. Whatever a client sent is escaped; its credentials and cookies are
 * left out. A level that is off costs nothing.
 */
final class ExchangeLog {
  private final Logger log;

  ExchangeLog(Logger log) {
    this.log = log;
  }

  void received(Request request) {
    if (log.isDebugEnabled()) {
      log.debug(
          "{} from {}: {}", request.id(), request.connection().remoteAddress(), head(request));
    }
  }

  /** The one record with a stack trace, for whoever has to mend it. */
  void failed(String requestId, Throwable failure) {
    log.error("{} failed", requestId, failure);
  }

  /** Whether an end with this status leaves a record. */
  boolean isHeard(Status status) {
    return log.isInfoEnabled() || isWorthWarning(status);
  }

  void ended(Ended ended) {
    if (log.isInfoEnabled()) {
      String aborted = ended.ending() == Exchange.Ending.ABORTED ? ", aborted" : "";
      log.info(
          "{} {} {}, {} octets in {} ms{}",
          ended.requestId(),
          line(ended),
          ended.status().code(),
          ended.sentOctets(),
          milliseconds(ended.duration()),
          aborted);
    }
    if (isWorthWarning(ended.status()) && log.isWarnEnabled()) {
      String reason = ended.reason().isEmpty() ? ended.status().reason() : ended.reason();
      log.warn("{} {} {}: {}", ended.requestId(), line(ended), ended.status().code(), reason);
    }
  }

  /**
   * Refusals and failures are; but of want of room, of which there may be thousands in a second,
   * whoever has no room warns once for many.
   */
  private static boolean isWorthWarning(Status status) {
    return status.isError() && status != Status.SERVICE_UNAVAILABLE;
  }

  private static String line(Ended ended) {
    return ended
        .request()
        .map(request -> request.head().methodToken() + " " + target(request))
        .orElse("- -");
  }

  private static String target(Request request) {
    return LogText.escape(request.head().target().raw());
  }

  private static String milliseconds(Duration duration) {
    long micros = duration.toNanos() / 1000;
    String decimals = Long.toString(1000 + micros % 1000).substring(1);
    return micros / 1000 + "." + decimals;
  }

  private static String head(Request request) {
    StringBuilder text = new StringBuilder(256);
    text.append(request.head().methodToken()).append(' ').append(target(request));
    text.append(' ').append(request.head().version());
    text.append(", ").append(framing(request.head().framing()));
    Fields fields = request.fields();
    for (int i = 0; i < fields.size(); i++) {
      text.append("; ").append(LogText.escape(fields.name(i))).append(": ");
      text.append(isSecret(fields.name(i)) ? "(kept back)" : LogText.escape(fields.value(i)));
    }
    return text.toString();
  }

  private static String framing(ContentFraming framing) {
    return switch (framing.kind()) {
      case NONE -> "no content";
      case LENGTH -> framing.length() + " octets of content";
      case CHUNKED -> "content in chunks";
    };
  }

  private static boolean isSecret(String name) {
    return name.equalsIgnoreCase("Authorization")
        || name.equalsIgnoreCase("Proxy-Authorization")
        || name.equalsIgnoreCase("Cookie");
  }
}
