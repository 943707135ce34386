package org.gatehouse.application.port.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LogTextTest {
  @Test
  void leavesWhatIsPlain() {
    String plain = "GET /a%20b?c=d HTTP/1.1 ~";
    assertSame(plain, LogText.escape(plain));
    assertSame("", LogText.escape(""));
    assertEquals("äöü 你 😀", LogText.escape("äöü 你 😀"));
  }

  @Test
  void escapesWhatCouldForgeALineOrAField() {
    assertEquals("a\\x0d\\x0aWARN b", LogText.escape("a\r\nWARN b"));
    assertEquals("\\x1b[2J\\x07\\x09\\x00", LogText.escape("\u001b[2J\u0007\t\u0000"));
    assertEquals("\\x7f\\x85\\x9b31m", LogText.escape("\u007f\u0085\u009b31m"));
    assertEquals("\\\"x\\\\", LogText.escape("\"x\\"));
    assertEquals("\\\\x0a", LogText.escape("\\x0a"));
    assertEquals("\\u2028\\u2029", LogText.escape("\u2028\u2029"));
    assertEquals("\\u202etxt.exe", LogText.escape("\u202etxt.exe"));
    assertEquals("\\u200b\\ufeff", LogText.escape("\u200b\ufeff"));
    assertEquals("\\ud83d\\udc00", LogText.escape("\ud83d") + LogText.escape("\udc00"));
    assertEquals("\\U000e0001", LogText.escape(Character.toString(0xe0001)));
  }

  @Property
  void nothingInvisibleIsLeft(@ForAll String text) {
    String escaped = LogText.escape(text);
    assertTrue(
        escaped
            .codePoints()
            .noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x202e));
  }

  /** Escapes can be told from what a client wrote, so two texts never look alike. */
  @Property
  void noTwoTextsLookAlike(@ForAll String one, @ForAll String other) {
    assertEquals(one.equals(other), LogText.escape(one).equals(LogText.escape(other)));
  }
}
