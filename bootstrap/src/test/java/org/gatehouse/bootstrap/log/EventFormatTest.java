package org.gatehouse.bootstrap.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventFormatTest {
  private static final Instant TIME = Instant.parse("2026-03-30T10:02:22.123456Z");

  private static String line(Level level, String message, Throwable thrown, Object... arguments) {
    LoggingEvent event =
        new LoggingEvent(
            "",
            new LoggerContext().getLogger("org.gatehouse.application.OriginServer"),
            level,
            message,
            thrown,
            arguments);
    event.setInstant(TIME);
    StringBuilder lines = new StringBuilder();
    new EventFormat(() -> ZoneOffset.UTC).append(event, lines);
    return lines.toString();
  }

  @Test
  void aRecordIsALine() {
    assertEquals(
        "2026-03-30T10:02:22.123Z INFO  OriginServer - GET /é 200\n",
        line(Level.INFO, "GET {} {}", null, "/é", 200));
    assertTrue(line(Level.DEBUG, "x", null).startsWith("2026-03-30T10:02:22.123Z DEBUG Origin"));
  }

  @Test
  void theTimeHasItsZone() {
    LoggingEvent event = new LoggingEvent();
    event.setInstant(TIME);
    event.setLevel(Level.WARN);
    event.setLoggerName("x");
    event.setMessage("m");
    StringBuilder lines = new StringBuilder();
    new EventFormat(() -> ZoneId.of("Asia/Kolkata")).append(event, lines);
    assertEquals("2026-03-30T15:32:22.123+05:30 WARN  x - m\n", lines.toString());
  }

  @Test
  void controlsNeverArriveRaw() {
    assertEquals(
        "2026-03-30T10:02:22.123Z WARN  OriginServer - a\\x0d\\x0a2026 ERROR forged\\x1b[31m\n",
        line(Level.WARN, "a{}", null, "\r\n2026 ERROR forged\u001b[31m"));
  }

  @Test
  void aStackTraceIsIndentedAndItsMessagesAreEscaped() {
    Exception cause = new IllegalStateException("in\nner");
    Exception thrown = new IllegalArgumentException("out\ner", cause);
    thrown.addSuppressed(new RuntimeException());
    List<String> lines = line(Level.ERROR, "failed", thrown).lines().toList();
    assertEquals("2026-03-30T10:02:22.123Z ERROR OriginServer - failed", lines.get(0));
    assertEquals("    java.lang.IllegalArgumentException: out\\x0aer", lines.get(1));
    assertTrue(lines.get(2).startsWith("      at " + EventFormatTest.class.getName()));
    assertTrue(lines.contains("    suppressed: java.lang.RuntimeException"));
    assertTrue(lines.contains("    caused by: java.lang.IllegalStateException: in\\x0aner"));
    assertTrue(lines.stream().skip(1).allMatch(line -> line.startsWith("    ")));
  }

  @Test
  void causesInACircleEnd() {
    Exception one = new Exception("one");
    Exception two = new Exception("two", one);
    one.initCause(two);
    assertTrue(line(Level.ERROR, "failed", one).contains("Exception: one (shown above)\n"));
  }

  @Test
  void lossesAreALine() {
    StringBuilder lines = new StringBuilder();
    new EventFormat(() -> ZoneOffset.UTC).appendLoss(7, lines);
    assertTrue(
        lines.toString().matches("\\S+Z WARN  log - 7 records were lost here\n"), lines.toString());
  }
}
