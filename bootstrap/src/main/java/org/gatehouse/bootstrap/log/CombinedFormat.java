package org.gatehouse.bootstrap.log;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.gatehouse.application.port.out.AccessLog.Entry;
import org.gatehouse.application.port.out.LogText;

/**
 * The combined format: {@code %h - %u [%d/%b/%Y:%H:%M:%S %z] "%r" %>s %b "%{Referer}i"
 * "%{User-Agent}i"}, a hyphen for what is not there.
 */
final class CombinedFormat implements LineFormat<Entry> {
  private final DateTimeFormatter time;
  private final LossReport losses;

  CombinedFormat(ZoneId zone, LossReport losses) {
    this.time =
        DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss Z", Locale.ENGLISH).withZone(zone);
    this.losses = losses;
  }

  @Override
  public void append(Entry entry, StringBuilder lines) {
    appendWord(entry.remoteAddress(), lines);
    lines.append(" - ");
    appendWord(entry.user(), lines);
    lines.append(" [");
    time.formatTo(entry.time(), lines);
    lines.append("] ");
    appendQuoted(requestLine(entry), lines);
    lines.append(' ').append(entry.status().code()).append(' ');
    lines.append(entry.contentOctets() == 0 ? "-" : Long.toString(entry.contentOctets()));
    lines.append(' ');
    appendQuoted(entry.referer(), lines);
    lines.append(' ');
    appendQuoted(entry.userAgent(), lines);
    lines.append('\n');
  }

  @Override
  public void reportLoss(long count) {
    // A line of words would be an error to whatever reads this format.
    losses.report(count);
  }

  private static String requestLine(Entry entry) {
    return String.join(" ", entry.method(), entry.target(), entry.version()).strip();
  }

  /** A field without quotes: a space in it would shift all that follow. */
  private static void appendWord(String text, StringBuilder lines) {
    lines.append(text.isEmpty() ? "-" : LogText.escape(text).replace(" ", "\\x20"));
  }

  private static void appendQuoted(String text, StringBuilder lines) {
    lines.append('"').append(text.isEmpty() ? "-" : LogText.escape(text)).append('"');
  }
}
