package org.gatehouse.application;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.gatehouse.application.port.out.Clock;
import org.gatehouse.domain.field.HttpDate;

/**
 * The value of Date (RFC 9110 §6.6.1), written once a second. Without a lock: two threads that meet
 * a new second both write the same text.
 */
final class DateField {
  private final Clock clock;
  private final AtomicReference<Second> last =
      new AtomicReference<>(new Second(Long.MIN_VALUE, ""));

  private record Second(long number, String text) {}

  DateField(Clock clock) {
    this.clock = clock;
  }

  String value() {
    Instant now = clock.now();
    Second known = last.get();
    if (known.number() == now.getEpochSecond()) {
      return known.text();
    }
    Second second = new Second(now.getEpochSecond(), HttpDate.format(now));
    last.set(second);
    return second.text();
  }
}
