package org.gatehouse.domain.conditional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '§',
      value = {
        "\"a\" ¦ false ¦ a",
        "W/\"a\" ¦ true ¦ a",
        "\"\" ¦ false ¦ §§",
        "W/\"\" ¦ true ¦ §§",
        "\"a,b\" ¦ false ¦ a,b",
        "\"a\\\" ¦ false ¦ a\\",
        "\"!#~\u0080\u00ff\" ¦ false ¦ !#~\u0080\u00ff",
        "\"W/\" ¦ false ¦ W/",
      })
  void parses(String text, boolean weak, String opaque) {
    EntityTag tag = EntityTag.parse(text).orElseThrow();
    assertEquals(new EntityTag(weak, opaque), tag);
    assertEquals(text, tag.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "\"",
        "\"a",
        "a\"",
        "'a'",
        "*",
        "w/\"a\"",
        "W/",
        "W/a",
        "W/\"",
        "W /\"a\"",
        "W/ \"a\"",
        "W/W/\"a\"",
        "\"a\"b\"",
        "\"a b\"",
        "\"a\tb\"",
        "\"a\u0000\"",
        "\"a\u007f\"",
        "\"a\u0100\"",
        "\"a\" ",
        " \"a\"",
        "\"a\",\"b\"",
        "\"a\r\n\""
      })
  void isNoTag(String text) {
    assertEquals(Optional.empty(), EntityTag.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "a b", "\n", "\u007f", "\u0100"})
  void refusesWhatIsNotOpaque(String opaque) {
    assertThrows(IllegalArgumentException.class, () -> new EntityTag(false, opaque));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '§',
      value = {
        "\"a\" ¦ [\"a\"]",
        "\"a\", W/\"b\",\"c\" ¦ [\"a\", W/\"b\", \"c\"]",
        ", \"a\" ,, \"b\", ¦ [\"a\", \"b\"]",
        "\"a,b\", \"c\" ¦ [\"a,b\", \"c\"]",
        // A backslash does not escape a quote here.
        "\"a\\\", \"b\" ¦ [\"a\\\", \"b\"]",
        "\"a\\\\\",\"b\" ¦ [\"a\\\\\", \"b\"]",
        "§\t\"a\"\t,\t\"b\"§ ¦ [\"a\", \"b\"]",
        // What is not a tag is passed over.
        "a, \"b\", c\"d\" ¦ [\"b\"]",
        "*, \"b\" ¦ [\"b\"]",
        "* ¦ []",
        "\"a ¦ []",
        "\"a\", \"b ¦ [\"a\"]",
        "\"a\" \"b\" ¦ []",
        "w/\"a\" ¦ []",
        "§§ ¦ []",
        "§, ,§ ¦ []",
      })
  void lists(String list, String expected) {
    assertEquals(expected, EntityTag.parseList(list).toString());
  }

  @ParameterizedTest
  @CsvSource({
    // The table of RFC 9110 §8.8.3.2
    "W/\"1\", W/\"1\", false, true",
    "W/\"1\", W/\"2\", false, false",
    "W/\"1\", \"1\", false, true",
    "\"1\", \"1\", true, true",
    "\"1\", \"2\", false, false",
    "\"a\", \"A\", false, false",
  })
  void compares(String one, String other, boolean strongly, boolean weakly) {
    EntityTag first = EntityTag.parse(one).orElseThrow();
    EntityTag second = EntityTag.parse(other).orElseThrow();
    assertEquals(strongly, first.matchesStrongly(second));
    assertEquals(weakly, first.matchesWeakly(second));
  }

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z, 0, 0-0",
    "1970-01-01T00:00:00.000000001Z, 5, 1-5",
    "2026-03-30T10:02:22.123456789Z, 1024, 1774864942123456789-1024",
    "1969-12-31T23:59:59.999999999Z, 5, -1-5",
    // Times for which a long is too short
    "2262-04-11T23:47:16.854775807Z, 1, 9223372036854775807-1",
    "2262-04-11T23:47:16.854775808Z, 1, 9223372036854775808-1",
    "3000-01-01T00:00:00.000000001Z, 1, 32503680000000000001-1",
    "0001-01-01T00:00:00.000000001Z, 1, -62135596799999999999-1",
    "0001-01-01T00:00:00Z, 1, -62135596800000000000-1",
  })
  void tagOfAVersion(Instant modified, long size, String opaque) {
    assertEquals(new EntityTag(false, opaque), EntityTag.of(modified, size));
  }

  @Test
  void everyVariantHasItsOwnTag() {
    EntityTag plain = new EntityTag(false, "1-2");
    assertEquals("\"1-2-gzip\"", plain.variant("gzip").toString());
    assertEquals("W/\"1-2-br\"", new EntityTag(true, "1-2").variant("br").toString());
  }

  @Provide
  Arbitrary<EntityTag> tags() {
    Arbitrary<String> opaque = Arbitraries.of("", "a", "b", "a,b", "\\", "1-2", "é");
    return Combinators.combine(Arbitraries.of(true, false), opaque).as(EntityTag::new);
  }

  @Property
  void weakComparisonIsReflexiveAndSymmetric(
      @ForAll("tags") EntityTag one, @ForAll("tags") EntityTag other) {
    assertEquals(true, one.matchesWeakly(one));
    assertEquals(one.matchesWeakly(other), other.matchesWeakly(one));
    assertEquals(one.matchesStrongly(other), other.matchesStrongly(one));
  }

  @Property
  void strongEqualityImpliesWeak(@ForAll("tags") EntityTag one, @ForAll("tags") EntityTag other) {
    boolean expected = one.equals(other) && !one.weak();
    assertEquals(expected, one.matchesStrongly(other));
    assertEquals(true, one.matchesWeakly(other) || !one.matchesStrongly(other));
  }

  @Property
  void aListOfTagsIsReadBack(@ForAll("tags") EntityTag one, @ForAll("tags") EntityTag other) {
    assertEquals(java.util.List.of(one, other), EntityTag.parseList(one + " ,, " + other + ","));
    assertEquals(Optional.of(one), EntityTag.parse(one.toString()));
  }

  @Property
  void theTagIsTheTimeInNanosecondsWhateverTheTime(
      @ForAll @LongRange(min = -31557014167219200L, max = 31556889864403199L) long second,
      @ForAll @LongRange(min = 0, max = 999_999_999) long nano) {
    BigInteger expected =
        BigInteger.valueOf(second)
            .multiply(BigInteger.valueOf(1_000_000_000))
            .add(BigInteger.valueOf(nano));
    EntityTag tag = EntityTag.of(Instant.ofEpochSecond(second, nano), 7);
    assertEquals(expected + "-7", tag.opaque());
  }

  @Test
  void isWrittenAsItIsSentAndInNoOtherWay() {
    for (EntityTag tag : List.of(new EntityTag(false, "a"), new EntityTag(true, "a"))) {
      assertTrue(tag.isWrittenAs(tag.toString()));
      for (String other : List.of("", "\"", "\"\"", "a", "\"b\"", "\"aa\"", "\"a", "w/\"a\"")) {
        assertFalse(tag.isWrittenAs(other), other);
      }
    }
    assertFalse(new EntityTag(true, "a").isWrittenAs("\"a\""));
    assertFalse(new EntityTag(false, "a").isWrittenAs("W/\"a\""));
  }

  @Test
  void isEqualToWhatIsWrittenTheSame() {
    EntityTag tag = new EntityTag(false, "a");
    assertEquals(tag, new EntityTag(false, "a"));
    assertEquals(tag.hashCode(), new EntityTag(false, "a").hashCode());
    assertNotEquals(tag, new EntityTag(true, "a"));
    assertNotEquals(tag, new EntityTag(false, "b"));
    assertNotEquals(tag, "\"a\"");
  }
}
