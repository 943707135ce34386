package org.gatehouse.bootstrap.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a log was begun: the time of its first record, which outlives restarts, copies and file
 * systems that know no time of birth. A file whose first line tells no time is taken by its own.
 */
final class LogAge {
  /** More than the part of a first line that stands before its time. */
  private static final int FIRST_OCTETS = 1024;

  private static final Pattern ISO =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)");
  private static final Pattern COMMON =
      Pattern.compile("\\d\\d/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d [+-]\\d{4}");
  private static final DateTimeFormatter COMMON_TIME =
      DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss Z", Locale.ENGLISH);

  private LogAge() {}

  /** When the log was begun. */
  static Instant begun(Path log) throws IOException {
    String start = firstLine(log);
    try {
      Matcher iso = ISO.matcher(start);
      if (iso.find()) {
        return OffsetDateTime.parse(iso.group()).toInstant();
      }
      Matcher common = COMMON.matcher(start);
      if (common.find()) {
        return OffsetDateTime.parse(common.group(), COMMON_TIME).toInstant();
      }
    } catch (DateTimeException impossible) {
      // Digits that are no date: as good as none.
      return birth(log);
    }
    return birth(log);
  }

  private static String firstLine(Path log) throws IOException {
    try (InputStream in = Files.newInputStream(log)) {
      String start = new String(in.readNBytes(FIRST_OCTETS), StandardCharsets.ISO_8859_1);
      int end = start.indexOf('\n');
      return end < 0 ? start : start.substring(0, end);
    }
  }

  private static Instant birth(Path log) throws IOException {
    return Files.readAttributes(log, BasicFileAttributes.class).creationTime().toInstant();
  }
}
