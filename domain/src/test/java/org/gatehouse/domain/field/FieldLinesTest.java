package org.gatehouse.domain.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldLinesTest {
  private static final FieldLines LINES =
      FieldLines.of("Host", "a", "Accept", "text/html", "X-One", "1", "accept", "*/*");

  @Test
  void keepsOrderSpellingAndRepeats() {
    assertEquals(4, LINES.size());
    assertEquals("Accept", LINES.name(1));
    assertEquals("accept", LINES.name(3));
    assertEquals("*/*", LINES.value(3));
    assertEquals("Host: a\nAccept: text/html\nX-One: 1\naccept: */*\n", LINES.toString());
  }

  @Test
  void findsNamesInAnyCase() {
    assertEquals(1, LINES.indexOf("ACCEPT", 0));
    assertEquals(3, LINES.indexOf("Accept", 2));
    assertEquals(-1, LINES.indexOf("Accept", 4));
    assertTrue(LINES.contains("hOST"));
    assertFalse(LINES.contains("Hos"));
    assertEquals(2, LINES.count("accept"));
    assertEquals(0, LINES.count("Range"));
    assertEquals(Optional.of("text/html"), LINES.first("accept"));
    assertEquals(Optional.empty(), LINES.first("Range"));
  }

  @Test
  void combinesRepeatsIntoOneList() {
    assertEquals(Optional.of("text/html, */*"), LINES.combined("ACCEPT"));
    assertEquals(Optional.of("1"), LINES.combined("x-one"));
    assertEquals(Optional.empty(), LINES.combined("Range"));
    assertEquals(Optional.of("a, , c"), FieldLines.of("L", "a", "L", "", "l", "c").combined("L"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\r\nSet-Cookie: id=1",
        "a\nb",
        "a\rb",
        "\r\n\r\n<script>",
        "a\u0000",
        "\u000bx",
        "x\u007f",
        "x\u0100y",
        "\u560a\u560d",
        "\ud83d\ude00"
      })
  void refusesValuesThatCouldSplitAResponse(String value) {
    assertThrows(IllegalArgumentException.class, () -> FieldLines.of("Location", value));
    assertThrows(IllegalArgumentException.class, () -> LINES.with("Location", value));
    FieldLines.Builder builder = FieldLines.builder().add("A", "1");
    assertThrows(IllegalArgumentException.class, () -> builder.add("Location", value));
    assertEquals(FieldLines.of("A", "1"), builder.build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "A:", "A B", "A\r\nB", "Ä", "a\u0000", "(a)", " A", "A "})
  void refusesNamesThatAreNoTokens(String name) {
    assertThrows(IllegalArgumentException.class, () -> FieldLines.of(name, "x"));
  }

  @Test
  void aRefusalDoesNotRepeatTheValue() {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> FieldLines.of("A", "secret\n"));
    assertFalse(refusal.getMessage().contains("secret"));
  }

  @Test
  void refusesANameWithoutAValue() {
    assertThrows(IllegalArgumentException.class, () -> FieldLines.of("A", "1", "B"));
  }

  @Test
  void whiteSpaceAroundAValueIsNoPartOfIt() {
    assertEquals("a b", FieldLines.of("A", " \ta b\t ").value(0));
    assertEquals("", FieldLines.of("A", "  ").value(0));
  }

  @Test
  void takesWhatMayStandInAValue() {
    assertEquals("tab\there é~", FieldLines.of("A", "tab\there é~").value(0));
  }

  @Test
  void addingMakesNewLinesAndLeavesTheOld() {
    FieldLines one = FieldLines.of("A", "1");
    FieldLines two = one.with("B", "2");
    assertEquals(FieldLines.of("A", "1"), one);
    assertEquals(FieldLines.of("A", "1", "B", "2"), two);
    assertEquals(FieldLines.of("A", "1", "B", "2", "A", "1"), two.with(one));
  }

  @Test
  void aBuilderGoesOnAfterBuildingAndGrows() {
    FieldLines.Builder builder = FieldLines.builder();
    assertEquals(FieldLines.empty(), builder.build());
    builder.add("A", "0");
    FieldLines first = builder.build();
    for (int i = 1; i < 40; i++) {
      builder.add("A", "" + i);
    }
    assertEquals(1, first.size());
    assertEquals(40, builder.build().size());
    assertEquals("39", builder.build().value(39));
  }

  @Test
  void linesThatShareABuilderDoNotSeeEachOther() {
    FieldLines.Builder builder = FieldLines.of("A", "1").toBuilder(9);
    FieldLines one = builder.build();
    FieldLines two = builder.add(FieldLines.of("B", "2", "C", "3")).build();
    FieldLines three = one.with("D", "4");
    assertEquals(FieldLines.of("A", "1"), one);
    assertEquals(FieldLines.of("A", "1", "B", "2", "C", "3"), two);
    assertEquals(FieldLines.of("A", "1", "D", "4"), three);
  }

  @Test
  void indexesAreChecked() {
    FieldLines grown = FieldLines.of("A", "1").with("B", "2");
    for (int index : new int[] {-1, 2, 3, Integer.MAX_VALUE}) {
      assertThrows(IndexOutOfBoundsException.class, () -> grown.name(index));
      assertThrows(IndexOutOfBoundsException.class, () -> grown.value(index));
    }
    assertThrows(IndexOutOfBoundsException.class, () -> FieldLines.empty().name(0));
  }

  @Test
  void equalityIsByLines() {
    FieldLines same = FieldLines.of("Host", "a").with("Accept", "x");
    assertEquals(FieldLines.of("Host", "a", "Accept", "x"), same);
    assertEquals(FieldLines.of("Host", "a", "Accept", "x").hashCode(), same.hashCode());
    assertNotEquals(FieldLines.of("Host", "a"), same);
    assertNotEquals(FieldLines.of("Host", "a", "Accept", "y"), same);
    assertNotEquals(FieldLines.of("Accept", "x", "Host", "a"), same);
    assertNotEquals(same, null);
  }
}
