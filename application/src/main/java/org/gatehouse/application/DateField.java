package org.gatehouse.application;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.gatehouse.application.port.out.Clock;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.field.HttpDate;

/**
 * The line of Date (RFC 9110 §6.6.1), written once a second. Without a lock: two threads that meet
 * a new second both write the same line.
 */
final class DateField {
  private final Clock clock;
  private final AtomicReference<Second> last =
      new AtomicReference<>(new Second(Long.MIN_VALUE, FieldLines.empty()));

  private record Second(long number, FieldLines line) {}

  DateField(Clock clock) {
    this.clock = clock;
  }

  FieldLines line() {
    long now = clock.epochSecond();
    Second known = last.get();
    if (known.number() == now) {
      return known.line();
    }
    String text = HttpDate.format(Instant.ofEpochSecond(now));
    Second second = new Second(now, FieldLines.of(FieldName.DATE, text));
    last.set(second);
    return second.line();
  }
}
