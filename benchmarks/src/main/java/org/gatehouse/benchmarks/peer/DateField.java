package org.gatehouse.benchmarks.peer;

import io.netty.handler.codec.DateFormatter;
import io.netty.util.AsciiString;
import java.util.Date;

/** The value of the Date field, made once a second. */
final class DateField {
  private volatile AsciiString value = now();

  /** To be called once a second. */
  void refresh() {
    value = now();
  }

  AsciiString value() {
    return value;
  }

  private static AsciiString now() {
    return new AsciiString(DateFormatter.format(new Date()));
  }
}
