package org.gatehouse.application;

import java.util.Optional;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.port.out.Clock;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.field.FieldName;

/**
 * The fields that every response has: Date (RFC 9110 §6.6.1), the request id, by which a user can
 * name an exchange to the operator, and, with content, {@code X-Content-Type-Options: nosniff}.
 */
final class CommonFields {
  private static final FieldLines NOSNIFF =
      FieldLines.of(FieldName.X_CONTENT_TYPE_OPTIONS, "nosniff");

  /** How many there are. */
  private static final int MOST = 4;

  private final DateField date;

  CommonFields(Clock clock) {
    this.date = new DateField(clock);
  }

  /** The response with the common fields, and with a cookie if there is one to set. */
  Response addTo(Response response, String requestId, Optional<String> cookie) {
    FieldLines own = response.head().fields();
    FieldLines.Builder all = own.toBuilder(MOST).add(date.line());
    all.add(FieldName.X_REQUEST_ID, requestId);
    if (own.contains(FieldName.CONTENT_TYPE) && !own.contains(FieldName.X_CONTENT_TYPE_OPTIONS)) {
      all.add(NOSNIFF);
    }
    if (cookie.isPresent()) {
      all.add(FieldName.SET_COOKIE, cookie.get());
    }
    return response.withFields(all.build());
  }
}
