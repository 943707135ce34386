package org.gatehouse.domain.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class FieldProperties {
  private static final long YEAR_0 = -62_167_219_200L;
  private static final long YEAR_9999 = 253_402_300_799L;

  /** Text from the characters that hurt, and now and then any other. */
  @Provide
  Arbitrary<String> hostile() {
    Arbitrary<Character> usual =
        Arbitraries.of(
            "ab:, ;=\"\\\t\r\n\u0000\u007f\u0085é".chars().mapToObj(c -> (char) c).toList());
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(9, usual), net.jqwik.api.Tuple.of(1, Arbitraries.chars()))
        .list()
        .ofMaxSize(12)
        .map(FieldProperties::joined);
  }

  private static String joined(java.util.List<Character> characters) {
    StringBuilder text = new StringBuilder();
    characters.forEach(text::append);
    return text.toString();
  }

  @Property
  void fieldLinesNeverHoldALineBreak(
      @ForAll @From("hostile") String name, @ForAll @From("hostile") String value) {
    FieldLines lines;
    try {
      lines = FieldLines.of("A", "1", name, value);
    } catch (IllegalArgumentException refused) {
      assertTrue(!Grammar.isToken(name) || !Grammar.isFieldValue(value));
      return;
    }
    assertEquals(2, lines.size());
    String shown = lines.name(1) + lines.value(1);
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      assertTrue(c == '\t' || (c >= ' ' && c != 0x7f && c <= 0xff), "character " + (int) c);
    }
  }

  @Property
  void anElementIsNeverEmptyAndHasNoWhiteSpaceAround(@ForAll @From("hostile") String list) {
    for (String element : Grammar.elements(list)) {
      assertFalse(element.isEmpty());
      assertEquals(Grammar.trim(element), element);
    }
  }

  @Property
  void quotingIsUndoneByUnquoting(@ForAll @From("hostile") String text) {
    String quoted = '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    Optional<String> expected = Grammar.isFieldValue(text) ? Optional.of(text) : Optional.empty();
    assertEquals(expected, Grammar.unquoted(quoted));
  }

  @Property
  void weightsStayInBounds(@ForAll @From("hostile") String field, @ForAll long number) {
    for (Weighted element : Weighted.list(field + ", x;q=" + number + ", y;q=0." + number)) {
      assertTrue(element.weight() >= 0 && element.weight() <= Weighted.MOST);
      assertFalse(element.value().isEmpty());
    }
  }

  @Property
  void aDateSurvivesTheWayThereAndBack(
      @ForAll @LongRange(min = YEAR_0, max = YEAR_9999) long second, @ForAll long now) {
    Instant instant = Instant.ofEpochSecond(second);
    String text = HttpDate.format(instant);
    assertEquals(29, text.length());
    Instant anyTime = Instant.ofEpochSecond(Math.floorMod(now, YEAR_9999));
    assertEquals(Optional.of(instant), HttpDate.parse(text, anyTime));
  }

  @Property
  void aDateWithOneCharacterChangedIsAnotherDateOrNone(
      @ForAll @LongRange(min = 0, max = YEAR_9999) long second,
      @ForAll @LongRange(min = 0, max = 28) long at,
      @ForAll char other) {
    Instant instant = Instant.ofEpochSecond(second);
    StringBuilder text = new StringBuilder(HttpDate.format(instant));
    boolean same = text.charAt((int) at) == other;
    text.setCharAt((int) at, other);
    Optional<Instant> read = HttpDate.parse(text.toString(), instant);
    assertEquals(same, read.equals(Optional.of(instant)), text::toString);
  }

  @Property
  void noTextMakesTheReaderOfDatesFail(@ForAll @From("hostile") String text) {
    assertEquals(Optional.empty(), HttpDate.parse(text, Instant.EPOCH));
  }
}
