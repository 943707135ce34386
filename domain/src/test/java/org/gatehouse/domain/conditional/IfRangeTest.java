package org.gatehouse.domain.conditional;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.gatehouse.domain.field.FieldLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IfRangeTest {
  private static final Instant MODIFIED = Instant.parse("1994-11-06T08:49:37.25Z");
  private static final Instant NOW = Instant.parse("2026-07-28T12:00:00Z");
  private static final EntityTag TAG = new EntityTag(false, "1");

  private static boolean allows(FieldLines fields, EntityTag tag, Instant now) {
    return IfRange.allowsRange(fields, tag, MODIFIED, now);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '§',
      value = {
        "\"1\" ¦ true",
        "\"2\" ¦ false",
        "W/\"1\" ¦ false",
        // One tag, not a list, and no asterisk
        "\"1\", \"2\" ¦ false",
        "* ¦ false",
        "1 ¦ false",
        "§§ ¦ false",
        "Sun, 06 Nov 1994 08:49:37 GMT ¦ true",
        "Sunday, 06-Nov-94 08:49:37 GMT ¦ true",
        "Sun Nov  6 08:49:37 1994 ¦ true",
        // Exactly that date, neither earlier nor later
        "Sun, 06 Nov 1994 08:49:36 GMT ¦ false",
        "Sun, 06 Nov 1994 08:49:38 GMT ¦ false",
        "Mon, 06 Nov 1994 08:49:37 GMT ¦ false",
        "yesterday ¦ false",
      })
  void decides(String value, boolean expected) {
    assertEquals(expected, allows(FieldLines.of("If-Range", value), TAG, NOW));
  }

  @Test
  void withoutTheFieldTheRangeIsHeeded() {
    assertEquals(true, allows(FieldLines.of("Range", "bytes=0-0"), TAG, NOW));
  }

  @Test
  void aWeakTagOfOursMatchesNothing() {
    EntityTag weak = new EntityTag(true, "1");
    assertEquals(false, allows(FieldLines.of("If-Range", "W/\"1\""), weak, NOW));
    assertEquals(false, allows(FieldLines.of("If-Range", "\"1\""), weak, NOW));
  }

  @Test
  void ofTwoLinesNoneIsMeant() {
    FieldLines twice = FieldLines.of("If-Range", "\"1\"", "if-range", "\"1\"");
    assertEquals(false, allows(twice, TAG, NOW));
  }

  @ParameterizedTest
  @CsvSource({
    "1994-11-06T08:49:37.999Z, false",
    "1994-11-06T08:49:38Z, true",
    "1994-11-06T08:49:30Z, false",
  })
  void aDateOfThisSecondIsAWeakValidator(Instant now, boolean expected) {
    FieldLines date = FieldLines.of("If-Range", "Sun, 06 Nov 1994 08:49:37 GMT");
    assertEquals(expected, allows(date, TAG, now));
  }
}
