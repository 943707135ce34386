package org.gatehouse.bootstrap.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another library reads what was drawn. */
class QrCodeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://192.0.2.2:8080",
        "http://[2001:db8::dead:beef]:65535",
        "https://a-rather-long-name.of-a-machine.example/with/a/path?and=a#fragment",
        "x"
      })
  void isReadAsItWasWritten(String text) throws Exception {
    assertEquals(text, DrawnCode.read(QrCode.lines(text)));
  }

  @Test
  void isSurroundedByLight() {
    List<String> lines = QrCode.lines("http://192.0.2.2:8080");
    int width = lines.get(0).length();
    assertTrue(lines.stream().allMatch(line -> line.length() == width), lines::toString);
    for (int row : new int[] {0, 1, lines.size() - 2}) {
      assertEquals("\u2588".repeat(width), lines.get(row));
    }
    for (String line : lines) {
      assertTrue(line.matches("\u2588{4}.*[\u2588\u2580\u2584]{4}"), line);
    }
  }
}
