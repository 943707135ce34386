package org.gatehouse.bootstrap.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;

/**
 * The line of a record: time, level, logger and message, and the lines of a stack trace, indented.
 *
 * <pre>2026-03-30T10:02:22.123Z INFO  OriginServer - GET /index.html 200</pre>
 */
final class EventFormat implements LineFormat<ILoggingEvent> {
  private static final String NEXT_LINE = "\n    ";

  private final Supplier<ZoneId> zone;
  private DateTimeFormatter time;

  /**
   * A format.
   *
   * @param zone in which times are told; asked once there is a record, since reading the tables of
   *     all zones would hold up a start
   */
  EventFormat(Supplier<ZoneId> zone) {
    this.zone = zone;
  }

  /**
   * Loads for all formats what the first record needs. Has to happen before descriptors can run
   * out, since what tells of that opens files itself.
   */
  static void load() {
    new EventFormat(ZoneId::systemDefault).appendStart(Instant.now(), "", new StringBuilder());
  }

  @Override
  public void append(ILoggingEvent event, StringBuilder lines) {
    appendStart(event.getInstant(), event.getLevel().toString(), lines);
    lines.append(simpleName(event.getLoggerName())).append(" - ");
    Escapes.appendPlain(event.getFormattedMessage(), lines);
    if (event.getThrowableProxy() != null) {
      lines.append(NEXT_LINE);
      appendThrowable(event.getThrowableProxy(), lines);
    }
    lines.append('\n');
  }

  @Override
  public void appendLoss(long count, StringBuilder lines) {
    appendStart(Instant.now(), "WARN", lines);
    lines.append("log - ").append(count).append(" records were lost here\n");
  }

  private void appendStart(Instant when, String level, StringBuilder lines) {
    if (time == null) {
      time = DateTimeFormatter.ofPattern(TIME).withZone(zone.get());
    }
    time.formatTo(when, lines);
    lines.append(' ').append(level).append(level.length() < 5 ? "  " : " ");
  }

  private static String simpleName(String logger) {
    return logger.substring(logger.lastIndexOf('.') + 1);
  }

  private static void appendThrowable(IThrowableProxy thrown, StringBuilder lines) {
    lines.append(thrown.getClassName());
    if (thrown.getMessage() != null) {
      lines.append(": ");
      Escapes.appendPlain(thrown.getMessage(), lines);
    }
    if (thrown.isCyclic()) {
      lines.append(" (shown above)");
      return;
    }
    StackTraceElementProxy[] frames = thrown.getStackTraceElementProxyArray();
    int shown = frames.length - thrown.getCommonFrames();
    for (int i = 0; i < shown; i++) {
      lines.append(NEXT_LINE).append("  ").append(frames[i].getSTEAsString());
    }
    for (IThrowableProxy suppressed : thrown.getSuppressed()) {
      lines.append(NEXT_LINE).append("suppressed: ");
      appendThrowable(suppressed, lines);
    }
    if (thrown.getCause() != null) {
      lines.append(NEXT_LINE).append("caused by: ");
      appendThrowable(thrown.getCause(), lines);
    }
  }
}
