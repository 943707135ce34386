package org.gatehouse.domain.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrammarTest {

  @Test
  void tcharIsExactlyTheSetOfTheRfc() {
    String tchars = "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    for (int c = -1; c <= 0x200; c++) {
      boolean expected = c >= 0 && tchars.indexOf(c) >= 0;
      assertEquals(expected, Grammar.isTchar(c), "character " + c);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "x", "!#$%&'*+-.^_`|~", "Content-Type", "0"})
  void tokens(String text) {
    assertTrue(Grammar.isToken(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "a b", "a:", "a,b", "a/b", "\"a\"", "é", "a\u0000", "a\r", "(c)"})
  void noTokens(String text) {
    assertFalse(Grammar.isToken(text));
  }

  @Test
  void fieldOctetsAreVisibleSpaceTabAndObsText() {
    for (int c = 0; c <= 0x1ff; c++) {
      boolean expected = c == 9 || (c >= 0x20 && c <= 0x7e) || (c >= 0x80 && c <= 0xff);
      assertEquals(expected, Grammar.isFieldOctet(c), "character " + c);
    }
    assertFalse(Grammar.isFieldOctet(-1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\rb", "a\nb", "a\r\nSet-Cookie: x=1", "\u0000", "\u007f", "\u0100", "\u2028"})
  void noFieldValues(String text) {
    assertFalse(Grammar.isFieldValue(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '§',
      value = {
        "a, b,c ¦ [a, b, c]",
        ", a ,, ,b, ¦ [a, b]",
        "§§ ¦ []",
        "§ , ,§ ¦ []",
        "§\ta\t,\tb§ ¦ [a, b]",
        "\"a, b\", c ¦ [\"a, b\", c]",
        "\"a\\\", b\", c ¦ [\"a\\\", b\", c]",
        "x=\"a,b\";q=1, c ¦ [x=\"a,b\";q=1, c]",
        // A quoted string that never ends takes all that follows.
        "a, \"b, c ¦ [a, \"b, c]",
        "a, \"b\\ ¦ [a, \"b\\]",
        // Outside a quoted string a backslash is nothing special.
        "a\\, b ¦ [a\\, b]",
      })
  void elements(String list, String expected) {
    assertEquals(expected, Grammar.elements(list).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '§',
      value = {
        "text/html ; level=1;q=0.5 ¦ [text/html, level=1, q=0.5]",
        "a;b=\"c;d\";e ¦ [a, b=\"c;d\", e]",
        "a;; ;b; ¦ [a, b]",
        "; a;; ¦ [, a]",
        ";; ¦ []",
        "§§ ¦ []",
      })
  void parameters(String element, String expected) {
    assertEquals(expected, Grammar.parameters(element).toString());
  }

  @Test
  void trimTakesSpacesAndTabsAndNothingElse() {
    assertEquals("a b", Grammar.trim(" \t a b\t "));
    assertEquals("", Grammar.trim(" \t"));
    assertEquals("", Grammar.trim(""));
    assertEquals("\u00a0a\u000b", Grammar.trim("\u00a0a\u000b"));
    assertEquals("\na\r", Grammar.trim("\na\r"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '§',
      value = {
        "token ¦ token",
        "\"\" ¦ §§",
        "\"a b\" ¦ a b",
        "\"a\\\"b\" ¦ a\"b",
        "\"a\\\\b\" ¦ a\\b",
        "\"\\a\" ¦ a",
        "\"é\" ¦ é",
      })
  void unquoted(String text, String expected) {
    assertEquals(Optional.of(expected), Grammar.unquoted(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"",
        "a b",
        "\"a",
        "a\"",
        "\"a\"b\"",
        "\"a\\\"",
        "\"a\"\"b\"",
        "\"a\nb\"",
        "\"\\\u0000\"",
        "\"\u0100\""
      })
  void notToUnquote(String text) {
    assertEquals(Optional.empty(), Grammar.unquoted(text));
  }
}
