package org.gatehouse.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each record of a decision has all of its parts, and is listed. */
class DecisionsTest {
  private static final List<String> PARTS =
      List.of("Context", "Decision", "Consequences", "Numbers");
  private static final Pattern PART =
      Pattern.compile("(?m)^\\*\\*([A-Z][a-z]+)\\.\\*\\*\\s+(?!\\*\\*[A-Z])\\S");
  private static final Pattern TITLE = Pattern.compile("# (\\d+)\\. \\S.*\\n");

  static List<Path> records() throws IOException {
    return Documents.decisions();
  }

  private static List<String> partsOf(String text) {
    Stream<String> parts = PART.matcher(text).results().map(found -> found.group(1));
    return parts.filter(PARTS::contains).toList();
  }

  @ParameterizedTest
  @MethodSource("records")
  void hasItsPartsInOrder(Path record) throws IOException {
    assertEquals(PARTS, partsOf(Documents.read(record)));
  }

  @ParameterizedTest
  @MethodSource("records")
  void tellsNumbersUnderThatName(Path record) throws IOException {
    String text = Documents.read(record);
    String numbers = text.substring(text.indexOf("**Numbers.**") + 12);
    assertTrue(numbers.matches("(?s).*\\d.*"), numbers);
  }

  @ParameterizedTest
  @MethodSource("records")
  void isListedUnderItsNumber(Path record) throws IOException {
    Matcher title = TITLE.matcher(Documents.read(record));
    assertTrue(title.lookingAt(), "the title begins with the number");
    String name = record.getFileName().toString();
    String number = name.substring(0, 4);
    assertEquals(Integer.parseInt(number), Integer.parseInt(title.group(1)));
    String list = Documents.read(Documents.page("docs/adr/README.md"));
    assertTrue(list.contains("| [" + number + "](" + name + ") | "), name);
  }

  @Test
  void thereIsNoGap() throws IOException {
    List<Path> records = records();
    for (int i = 0; i < records.size(); i++) {
      String number = records.get(i).getFileName().toString().substring(0, 4);
      assertEquals(i + 1, Integer.parseInt(number));
    }
  }

  @Test
  void aMissingPartIsNoticed() {
    assertEquals(
        List.of("Context", "Consequences"),
        partsOf("**Context.** a\n\n**Decision.**\n\n**Consequences.** b\n\n**Not done.** c\n"));
  }
}
