package org.gatehouse.bootstrap.log;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.gatehouse.application.port.out.AccessLog.Entry;

/**
 * One JSON object a line (RFC 8259), the time first (RFC 3339), the duration in seconds. What was
 * not sent is an empty string, so that every line has the same members.
 */
final class JsonFormat implements LineFormat<Entry> {
  private final DateTimeFormatter time;
  private final LossReport losses;

  JsonFormat(ZoneId zone, LossReport losses) {
    this.time = DateTimeFormatter.ofPattern(TIME).withZone(zone);
    this.losses = losses;
  }

  @Override
  public void append(Entry entry, StringBuilder lines) {
    lines.append("{\"time\":\"");
    time.formatTo(entry.time(), lines);
    lines.append('"');
    appendText("request_id", entry.requestId(), lines);
    appendText("remote_address", entry.remoteAddress(), lines);
    appendText("user", entry.user(), lines);
    appendText("method", entry.method(), lines);
    appendText("target", entry.target(), lines);
    appendText("version", entry.version(), lines);
    lines.append(",\"status\":").append(entry.status().code());
    lines.append(",\"content_octets\":").append(entry.contentOctets());
    lines.append(",\"duration\":").append(seconds(entry.duration()));
    appendText("referer", entry.referer(), lines);
    appendText("user_agent", entry.userAgent(), lines);
    lines.append("}\n");
  }

  @Override
  public void reportLoss(long count) {
    losses.report(count);
  }

  private static void appendText(String name, String value, StringBuilder lines) {
    lines.append(",\"").append(name).append("\":");
    Escapes.appendJson(value, lines);
  }

  /** To the microsecond, never in exponents. */
  private static String seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toNanos() / 1_000, 6).toPlainString();
  }
}
