package org.gatehouse.domain.conditional;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gatehouse.domain.conditional.Preconditions.Outcome;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.field.Grammar;
import org.gatehouse.domain.field.HttpDate;
import org.gatehouse.domain.message.Method;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any preconditions come to an outcome, which is that of the steps of RFC 9110 §13.2.2, taken one
 * by one.
 *
 * <p>An input is a method and a state, a character each, and then lines, of which the first
 * character chooses the field.
 */
class PreconditionsFuzzTest {
  private static final int MOST = 400;
  private static final Instant NOW = Instant.parse("2026-07-28T12:00:00Z");
  private static final Instant MODIFIED = Instant.parse("2026-03-30T10:02:22.5Z");
  private static final EntityTag STRONG = new EntityTag(false, "a");
  private static final EntityTag WEAK = new EntityTag(true, "w");
  private static final List<Method> METHODS =
      List.of(Method.GET, Method.HEAD, Method.PUT, Method.POST, Method.DELETE, Method.OPTIONS);
  private static final List<Optional<Validators>> STATES =
      List.of(
          Optional.empty(),
          Optional.of(Validators.of(STRONG, MODIFIED)),
          Optional.of(Validators.of(WEAK, MODIFIED)),
          Optional.of(
              new Validators(STRONG.variant("gzip"), List.of(STRONG, WEAK), Instant.EPOCH)));

  private static final Pattern TAG = Pattern.compile("(W/)?\"([!#-~\\x80-\\xff]*+)\"");

  /** An element of a list ends at a comma outside quotes. */
  private static final Pattern ELEMENT = Pattern.compile("(?:[^\",]|\"[^\"]*+(?:\"|$))*+");

  static Stream<byte[]> seeds() {
    String date = "Mon, 30 Mar 2026 10:02:22 GMT";
    return Stream.of(
            "",
            "01M\"a\"",
            "21M\"b\", W/\"a\"",
            "20M*",
            "21N*",
            "20N*",
            "01N\"a\"",
            "02NW/\"w\"",
            "03N\"a\",\"a-gzip\"",
            "21N\"b\" x",
            "01S" + date,
            "21S" + date,
            "01U" + date,
            "21UMon, 30 Mar 2026 10:02:21 GMT",
            "01S" + date + "\nS" + date,
            "21M\"a\"\nUMon, 30 Mar 2020 10:02:21 GMT\nN\"a\"",
            "01N\"b\"\nS" + date,
            "01SMonday, 30-Mar-26 10:02:22 GMT",
            "51M\"x\"",
            "41M\"a\\\",\"b\"")
        .map(text -> text.getBytes(ISO_8859_1));
  }

  @MethodSource("seeds")
  @FuzzTest
  void theStepsAreTakenInOrder(byte[] octets) {
    String input = new String(octets, 0, Math.min(octets.length, MOST), ISO_8859_1);
    if (input.length() < 2) {
      return;
    }
    Method method = METHODS.get(input.charAt(0) % METHODS.size());
    Optional<Validators> state = STATES.get(input.charAt(1) % STATES.size());
    FieldLines fields = fields(input.substring(2));
    assertEquals(
        expected(method, fields, state), Preconditions.of(method, fields, NOW).evaluate(state));
    IfRange.allowsRange(fields, STRONG, MODIFIED, NOW);
  }

  private static FieldLines fields(String text) {
    FieldLines.Builder fields = FieldLines.builder();
    for (String line : text.split("\n")) {
      if (!line.isEmpty() && Grammar.isFieldValue(line)) {
        fields.add(name(line.charAt(0)), Grammar.trim(line.substring(1)));
      }
    }
    return fields.build();
  }

  private static String name(char choice) {
    return switch (choice) {
      case 'M' -> "If-Match";
      case 'N' -> "If-None-Match";
      case 'S' -> "If-Modified-Since";
      case 'U' -> "If-Unmodified-Since";
      case 'R' -> "If-Range";
      default -> "Accept";
    };
  }

  /** RFC 9110 §13.2.2 as it stands there. */
  private static Outcome expected(Method method, FieldLines fields, Optional<Validators> state) {
    boolean get = method == Method.GET || method == Method.HEAD;
    if (method == Method.OPTIONS) {
      return Outcome.PROCEED;
    }
    if (fields.contains("If-Match")) {
      if (!ifMatch(fields.combined("If-Match").orElseThrow(), state)) {
        return Outcome.PRECONDITION_FAILED;
      }
    } else if (date(fields, "If-Unmodified-Since").isPresent()) {
      Instant since = date(fields, "If-Unmodified-Since").get();
      if (state.isEmpty() || seconds(state.get()) > since.getEpochSecond()) {
        return Outcome.PRECONDITION_FAILED;
      }
    }
    if (fields.contains("If-None-Match")) {
      if (!ifNoneMatch(fields.combined("If-None-Match").orElseThrow(), state, get)) {
        return get ? Outcome.NOT_MODIFIED : Outcome.PRECONDITION_FAILED;
      }
    } else if (get && state.isPresent() && date(fields, "If-Modified-Since").isPresent()) {
      Instant since = date(fields, "If-Modified-Since").get();
      if (seconds(state.get()) <= since.getEpochSecond()) {
        return Outcome.NOT_MODIFIED;
      }
    }
    return Outcome.PROCEED;
  }

  private static long seconds(Validators state) {
    return state.lastModified().getEpochSecond();
  }

  private static Optional<Instant> date(FieldLines fields, String name) {
    return fields.count(name) == 1
        ? HttpDate.parse(fields.first(name).orElseThrow(), NOW)
        : Optional.empty();
  }

  private static boolean ifMatch(String value, Optional<Validators> state) {
    if (state.isEmpty() || value.equals("*")) {
      return state.isPresent();
    }
    return state.get().current().stream()
        .anyMatch(held -> !held.weak() && elements(value).contains("\"" + held.opaque() + "\""));
  }

  private static boolean ifNoneMatch(String value, Optional<Validators> state, boolean get) {
    if (value.equals("*")) {
      return state.isEmpty();
    }
    List<String> opaques = new ArrayList<>();
    boolean readable = true;
    for (String element : elements(value)) {
      Matcher tag = TAG.matcher(element);
      if (tag.matches()) {
        opaques.add(tag.group(2));
      } else {
        readable = false;
      }
    }
    if (!get && (!readable || opaques.isEmpty())) {
      // The contract's own: a guard on a write that cannot be read does not hold.
      return false;
    }
    List<EntityTag> held =
        state.map(now -> get ? List.of(now.selected()) : now.current()).orElse(List.of());
    return held.stream().noneMatch(tag -> opaques.contains(tag.opaque()));
  }

  private static List<String> elements(String list) {
    List<String> elements = new ArrayList<>();
    Matcher next = ELEMENT.matcher(list);
    for (int at = 0; at <= list.length() && next.find(at); at = next.end() + 1) {
      elements.add(Grammar.trim(next.group()));
    }
    elements.removeIf(String::isEmpty);
    return elements;
  }
}
