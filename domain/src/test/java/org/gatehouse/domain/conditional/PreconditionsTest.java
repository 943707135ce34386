package org.gatehouse.domain.conditional;

import static org.gatehouse.domain.conditional.Preconditions.Outcome.NOT_MODIFIED;
import static org.gatehouse.domain.conditional.Preconditions.Outcome.PRECONDITION_FAILED;
import static org.gatehouse.domain.conditional.Preconditions.Outcome.PROCEED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gatehouse.domain.conditional.Preconditions.Outcome;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.message.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PreconditionsTest {
  private static final Instant NOW = Instant.parse("2026-07-28T12:00:00Z");
  private static final String BEFORE = "Sun, 06 Nov 1994 08:49:36 GMT";
  private static final String SAME = "Sun, 06 Nov 1994 08:49:37 GMT";
  private static final String AFTER = "Sun, 06 Nov 1994 08:49:38 GMT";

  /** Sent as gzip; the plain variant is there too. */
  private static final Validators STATE =
      new Validators(
          new EntityTag(false, "1-gzip"),
          List.of(new EntityTag(false, "1"), new EntityTag(false, "1-gzip")),
          Instant.parse("1994-11-06T08:49:37.5Z"));

  private static final Set<Method> WRITES = EnumSet.of(Method.PUT, Method.POST, Method.DELETE);

  private static Outcome outcome(Method method, String lines, boolean exists) {
    return Preconditions.of(method, fields(lines), NOW)
        .evaluate(exists ? Optional.of(STATE) : Optional.empty());
  }

  /** Lines as {@code name: value} with line breaks, and letters for the three dates. */
  private static FieldLines fields(String lines) {
    FieldLines.Builder builder = FieldLines.builder();
    for (String line : lines.split("\n")) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        String value = line.substring(colon + 1).strip();
        String date = Map.of("BEFORE", BEFORE, "SAME", SAME, "AFTER", AFTER).get(value);
        builder.add(line.substring(0, colon), date == null ? value : date);
      }
    }
    return builder.build();
  }

  // ---- one field at a time

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '§',
      value = {
        // value ¦ GET of what exists ¦ PUT of what exists ¦ PUT of what does not
        "* ¦ 200 ¦ 200 ¦ 412",
        "\"1\" ¦ 200 ¦ 200 ¦ 412",
        "\"1-gzip\" ¦ 200 ¦ 200 ¦ 412",
        "\"x\", \"1\" ¦ 200 ¦ 200 ¦ 412",
        "\"x\",,\"1\", ¦ 200 ¦ 200 ¦ 412",
        "\"x\" ¦ 412 ¦ 412 ¦ 412",
        "W/\"1\" ¦ 412 ¦ 412 ¦ 412",
        "1 ¦ 412 ¦ 412 ¦ 412",
        "§§ ¦ 412 ¦ 412 ¦ 412",
        "\"*\" ¦ 412 ¦ 412 ¦ 412",
        "*, \"x\" ¦ 412 ¦ 412 ¦ 412",
        "\"x\", 1, \"1\" ¦ 200 ¦ 200 ¦ 412",
      })
  void ifMatch(String value, int get, int put, int create) {
    check("If-Match: " + value, get, put, create);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '§',
      value = {
        "* ¦ 304 ¦ 412 ¦ 200",
        "\"1-gzip\" ¦ 304 ¦ 412 ¦ 200",
        "W/\"1-gzip\" ¦ 304 ¦ 412 ¦ 200",
        // The client has the plain variant, but gzip would be sent.
        "\"1\" ¦ 200 ¦ 412 ¦ 200",
        "\"x\" ¦ 200 ¦ 200 ¦ 200",
        "\"x\", W/\"1-gzip\" ¦ 304 ¦ 412 ¦ 200",
        // What cannot be read never makes a 304 and never lets a write go on.
        "1-gzip ¦ 200 ¦ 412 ¦ 412",
        "§§ ¦ 200 ¦ 412 ¦ 412",
        "*, \"x\" ¦ 200 ¦ 412 ¦ 412",
        "*, * ¦ 200 ¦ 412 ¦ 412",
        "\"x\", y ¦ 200 ¦ 412 ¦ 412",
        "\"x ¦ 200 ¦ 412 ¦ 412",
        "y, \"1-gzip\" ¦ 304 ¦ 412 ¦ 412",
      })
  void ifNoneMatch(String value, int get, int put, int create) {
    check("If-None-Match: " + value, get, put, create);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '§',
      value = {
        "BEFORE ¦ 412 ¦ 412 ¦ 412",
        // Fractions of a second are not in the field and do not count.
        "SAME ¦ 200 ¦ 200 ¦ 412",
        "AFTER ¦ 200 ¦ 200 ¦ 412",
        "Sunday, 06-Nov-94 08:49:36 GMT ¦ 412 ¦ 412 ¦ 412",
        "Sun Nov  6 08:49:36 1994 ¦ 412 ¦ 412 ¦ 412",
        // Not a date: to be ignored
        "Mon, 06 Nov 1994 08:49:36 GMT ¦ 200 ¦ 200 ¦ 200",
        "784111776 ¦ 200 ¦ 200 ¦ 200",
        "§§ ¦ 200 ¦ 200 ¦ 200",
      })
  void ifUnmodifiedSince(String value, int get, int put, int create) {
    check("If-Unmodified-Since: " + value, get, put, create);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '§',
      value = {
        "BEFORE ¦ 200 ¦ 200 ¦ 200",
        "SAME ¦ 304 ¦ 200 ¦ 200",
        "AFTER ¦ 304 ¦ 200 ¦ 200",
        "Sunday, 06-Nov-94 08:49:37 GMT ¦ 304 ¦ 200 ¦ 200",
        "Sun Nov  6 08:49:37 1994 ¦ 304 ¦ 200 ¦ 200",
        "Tue, 28 Jul 2099 12:00:00 GMT ¦ 304 ¦ 200 ¦ 200",
        "Mon, 06 Nov 1994 08:49:37 GMT ¦ 200 ¦ 200 ¦ 200",
        "784111777 ¦ 200 ¦ 200 ¦ 200",
        "§§ ¦ 200 ¦ 200 ¦ 200",
      })
  void ifModifiedSince(String value, int get, int put, int create) {
    check("If-Modified-Since: " + value, get, put, create);
  }

  private static void check(String line, int get, int put, int create) {
    for (Method method : List.of(Method.GET, Method.HEAD)) {
      assertEquals(outcome(get), outcome(method, line, true), method + " " + line);
    }
    for (Method method : WRITES) {
      assertEquals(outcome(put), outcome(method, line, true), method + " " + line);
      assertEquals(outcome(create), outcome(method, line, false), method + " new " + line);
    }
  }

  private static Outcome outcome(int status) {
    return Map.of(200, PROCEED, 304, NOT_MODIFIED, 412, PRECONDITION_FAILED).get(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        // Lines of a list are one list ...
        "If-None-Match: \"x\";If-None-Match: \"1-gzip\" ¦ 304 ¦ 412",
        "If-Match: \"x\";if-match: \"1\" ¦ 200 ¦ 200",
        // ... but of two dates none is meant.
        "If-Modified-Since: AFTER;If-Modified-Since: AFTER ¦ 200 ¦ 200",
        "If-Unmodified-Since: BEFORE;If-Unmodified-Since: BEFORE ¦ 200 ¦ 200",
        "IF-NONE-MATCH: * ¦ 304 ¦ 412",
        "If-Range: \"x\";Range: bytes=0-0 ¦ 200 ¦ 200",
      })
  void repeatedLines(String lines, int get, int put) {
    assertEquals(outcome(get), outcome(Method.GET, lines.replace(';', '\n'), true));
    assertEquals(outcome(put), outcome(Method.PUT, lines.replace(';', '\n'), true));
  }

  // ---- all of them at once

  /** The five steps of RFC 9110 §13.2.2 as a table; the first row that fits decides. */
  private static final String[] STEPS = {
    // If-Match, If-Unmodified-Since, If-None-Match, If-Modified-Since ¦ GET, HEAD ¦ PUT, POST,
    // DELETE
    "false  any   any    any   ¦ 412 ¦ 412",
    "absent false any    any   ¦ 412 ¦ 412",
    "any    any   false  any   ¦ 304 ¦ 412",
    "any    any   absent false ¦ 304 ¦ 200",
    "any    any   any    any   ¦ 200 ¦ 200",
  };

  private static final Map<String, String> IF_MATCH =
      Map.of("absent", "", "true", "If-Match: \"1\"", "false", "If-Match: \"x\"");
  private static final Map<String, String> IF_UNMODIFIED_SINCE =
      Map.of(
          "absent", "",
          "ignored", "If-Unmodified-Since: never",
          "true", "If-Unmodified-Since: SAME",
          "false", "If-Unmodified-Since: BEFORE");
  private static final Map<String, String> IF_NONE_MATCH =
      Map.of("absent", "", "true", "If-None-Match: \"x\"", "false", "If-None-Match: \"1-gzip\"");
  private static final Map<String, String> IF_MODIFIED_SINCE =
      Map.of(
          "absent", "",
          "ignored", "If-Modified-Since: never",
          "true", "If-Modified-Since: BEFORE",
          "false", "If-Modified-Since: SAME");

  static Stream<Arguments> matrix() {
    List<Arguments> rows = new ArrayList<>();
    for (String match : IF_MATCH.keySet()) {
      for (String unmodified : IF_UNMODIFIED_SINCE.keySet()) {
        for (String none : IF_NONE_MATCH.keySet()) {
          for (String modified : IF_MODIFIED_SINCE.keySet()) {
            rows.add(Arguments.of(match, unmodified, none, modified));
          }
        }
      }
    }
    return rows.stream();
  }

  @ParameterizedTest
  @MethodSource("matrix")
  void orderOfEvaluation(String match, String unmodified, String none, String modified) {
    String lines =
        String.join(
            "\n",
            IF_MODIFIED_SINCE.get(modified),
            IF_NONE_MATCH.get(none),
            IF_UNMODIFIED_SINCE.get(unmodified),
            IF_MATCH.get(match));
    String[] row = rowFor(match, unmodified, none, modified).split("¦");
    int read = Integer.parseInt(row[1].strip());
    int write = Integer.parseInt(row[2].strip());
    for (Method method : List.of(Method.GET, Method.HEAD)) {
      assertEquals(outcome(read), outcome(method, lines, true), method + "\n" + lines);
    }
    for (Method method : WRITES) {
      assertEquals(outcome(write), outcome(method, lines, true), method + "\n" + lines);
    }
  }

  private static String rowFor(String... conditions) {
    for (String row : STEPS) {
      String[] cells = row.split("¦")[0].strip().split(" +");
      boolean fits = true;
      for (int i = 0; i < cells.length; i++) {
        fits &= cells[i].equals("any") || cells[i].equals(conditions[i]);
      }
      if (fits) {
        return row;
      }
    }
    throw new AssertionError("no row fits");
  }

  @Test
  void aResourceWithOneRepresentationHasOneTag() {
    EntityTag tag = new EntityTag(false, "1");
    assertEquals(
        new Validators(tag, List.of(tag), Instant.EPOCH), Validators.of(tag, Instant.EPOCH));
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void methodsThatDoNotSelectARepresentationHaveNoPreconditions(Method method) {
    String failing = "If-Match: \"x\"\nIf-None-Match: *\nIf-Unmodified-Since: BEFORE";
    boolean selects = method.retrieves() || method.writes();
    assertEquals(selects ? PRECONDITION_FAILED : PROCEED, outcome(method, failing, true));
    assertEquals(!selects, Preconditions.of(method, fields(failing), NOW).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "If-Match: *, false",
    "if-none-match: *, false",
    "If-Modified-Since: never, false",
    "If-Unmodified-Since: never, false",
    "If-Range: x, true",
    "If: x, true",
    "Range: bytes=0-, true",
  })
  void isEmptyWithoutConditions(String line, boolean expected) {
    assertEquals(expected, Preconditions.of(Method.GET, fields(line), NOW).isEmpty());
    assertEquals(expected, Preconditions.of(Method.PUT, fields(line), NOW).isEmpty());
  }
}
