package org.gatehouse.bootstrap.endtoend.injection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What every line of every log is held against. */
final class LogRules {
  private static final Pattern EVENT =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(?:Z|[+-]\\d\\d:\\d\\d)"
              + " (?:DEBUG|INFO |WARN ) [A-Za-z]+ - .+");

  private static final String QUOTED =
      "\"(?:[^\"\\\\]|\\\\[\"\\\\]|\\\\x[0-9a-f]{2}|\\\\u[0-9a-f]{4}|\\\\U[0-9a-f]{8})*\"";

  private static final Pattern COMBINED =
      Pattern.compile(
          "127\\.0\\.0\\.1 - (?:-|me) \\[\\d\\d/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d [+-]\\d{4}] "
              + (QUOTED + " \\d{3} (?:-|[1-9]\\d*) " + QUOTED + " " + QUOTED));

  private static final List<String> MEMBERS =
      List.of(
          "time",
          "request_id",
          "remote_address",
          "user",
          "method",
          "target",
          "version",
          "status",
          "content_octets",
          "duration",
          "referer",
          "user_agent");

  private LogRules() {}

  /** Every record is a line, printable and whole, that tells no secret. */
  static void checkEvents(Path log) throws IOException {
    for (String line : lines(log)) {
      assertTrue(EVENT.matcher(line).matches(), line);
      assertFalse(line.startsWith(Payloads.FORGED_EVENT), line);
    }
  }

  /** Every entry is a line of the combined format; there is one for each request. */
  static void checkCombined(Path log, int requests) throws IOException {
    List<String> lines = lines(log);
    for (String line : lines) {
      assertTrue(COMBINED.matcher(line).matches(), line);
    }
    assertEquals(requests, lines.size());
  }

  /** Every entry is one JSON object; there is one for each request. */
  static void checkJson(Path log, int requests) throws IOException {
    List<String> lines = lines(log);
    for (String line : lines) {
      assertEquals(MEMBERS, StrictJson.object(line), line);
      assertTrue(line.chars().allMatch(c -> c >= ' ' && c <= '~'), line);
    }
    assertEquals(requests, lines.size());
  }

  /** No character that ends a line, moves a cursor, turns the direction or cannot be seen. */
  static void checkPrintable(String line) {
    line.codePoints()
        .forEach(
            c -> {
              boolean harmful =
                  switch (Character.getType(c)) {
                    case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR ->
                        true;
                    default -> false;
                  };
              assertFalse(harmful, () -> Integer.toHexString(c) + " in " + line);
            });
  }

  private static List<String> lines(Path log) throws IOException {
    String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(log))).toString();
    assertTrue(text.endsWith("\n"), log::toString);
    // Not by lines(), to which a CR alone is the end of one.
    List<String> lines = List.of(text.substring(0, text.length() - 1).split("\n", -1));
    for (String line : lines) {
      checkPrintable(line);
      String lower = line.toLowerCase(Locale.ROOT);
      for (String secret : Place.SECRETS) {
        assertFalse(lower.contains(secret.toLowerCase(Locale.ROOT)), line);
      }
    }
    return lines;
  }
}
