package org.gatehouse.application.port.out;

import java.time.Duration;
import java.time.Instant;
import org.gatehouse.domain.message.Status;

/** Takes a record of every exchange. Safe for use by several threads; never waits. */
public interface AccessLog {

  /** Takes a record. */
  void record(Entry entry);

  /**
   * One exchange. What a client sent is as it was sent: whoever writes it escapes it.
   *
   * @param time when the head was complete
   * @param remoteAddress the client's address
   * @param user the authenticated user, or empty text
   * @param method the method's token, or empty text where no head was parsed
   * @param target the target as sent, or empty text
   * @param version {@code HTTP/1.1}, or empty text
   * @param status of the response
   * @param contentOctets sent
   * @param duration from the head to the last octet
   * @param referer the Referer field, or empty text
   * @param userAgent the User-Agent field, or empty text
   * @param requestId the id of the exchange
   */
  record Entry(
      Instant time,
      String remoteAddress,
      String user,
      String method,
      String target,
      String version,
      Status status,
      long contentOctets,
      Duration duration,
      String referer,
      String userAgent,
      String requestId) {}
}
