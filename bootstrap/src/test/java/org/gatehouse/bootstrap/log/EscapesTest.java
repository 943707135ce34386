package org.gatehouse.bootstrap.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EscapesTest {
  private static String plain(String text) {
    StringBuilder line = new StringBuilder();
    Escapes.appendPlain(text, line);
    return line.toString();
  }

  private static String json(String text) {
    StringBuilder line = new StringBuilder();
    Escapes.appendJson(text, line);
    return line.toString();
  }

  @Test
  void plainTextKeepsAllButControls() {
    assertEquals("é \"q\" \\x €", plain("é \"q\" \\x €"));
    assertEquals("a\\x0d\\x0ab\\x1b[31m\\x00\\x7f\\x85", plain("a\r\nb\u001b[31m\0\u007f\u0085"));
    assertEquals("\\u2028\\u202e\\u2066", plain("\u2028\u202e\u2066"));
  }

  @Test
  void jsonStrings() {
    assertEquals("\"a\\\"b\\\\c\"", json("a\"b\\c"));
    assertEquals("\"\\u000a\\u001b\\u00e9\\u2028\\ud83d\\ude00\"", json("\n\u001bé\u2028😀"));
  }

  @Property
  void whateverIsSentStaysInItsLineAndItsString(@ForAll String text) {
    assertTrue(plain(text).chars().noneMatch(Character::isISOControl));
    String quoted = json(text);
    assertTrue(quoted.chars().allMatch(c -> c >= ' ' && c <= '~'), quoted);
    assertTrue(quoted.matches("\"([^\"\\\\]|\\\\.)*\""), quoted);
  }

  @Property
  void differentTextsStayDifferent(@ForAll String one, @ForAll String other) {
    assertEquals(one.equals(other), json(one).equals(json(other)));
  }
}
