package org.gatehouse.application.method;

import java.util.Optional;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.field.Fields;
import org.gatehouse.domain.negotiation.AcceptEncoding;

/**
 * What requests say of codings (RFC 9110 §12.5.3). Most say the same as the one before, which is
 * then not read again. Safe for use by several threads.
 */
final class AcceptedCodings {
  /** What was read last; any thread may replace it. */
  private volatile Known last;

  private record Known(String value, AcceptEncoding accepted) {}

  /** What a request with these fields accepts. */
  AcceptEncoding of(Fields fields) {
    int first = fields.indexOf(FieldName.ACCEPT_ENCODING, 0);
    if (first < 0 || fields.indexOf(FieldName.ACCEPT_ENCODING, first + 1) >= 0) {
      return AcceptEncoding.of(fields.combined(FieldName.ACCEPT_ENCODING));
    }
    Known known = last;
    if (known != null && fields.hasValue(first, known.value())) {
      return known.accepted();
    }
    String value = fields.value(first);
    AcceptEncoding accepted = AcceptEncoding.of(Optional.of(value));
    last = new Known(value, accepted);
    return accepted;
  }
}
