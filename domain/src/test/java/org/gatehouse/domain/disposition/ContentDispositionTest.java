package org.gatehouse.domain.disposition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.field.Grammar;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentDispositionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '§',
      value = {
        "é09azAZ@[`{:/ ¦ attachment; filename=\"_09azAZ@[`{:_\"; "
            + "filename*=UTF-8''%C3%A909azAZ%40%5B`%7B%3A%2F",
        "report.txt ¦ attachment; filename=\"report.txt\"",
        "a b;c=d,e'f(g).txt ¦ attachment; filename=\"a b;c=d,e'f(g).txt\"",
        "é.txt ¦ attachment; filename=\"_.txt\"; filename*=UTF-8''%C3%A9.txt",
        "€ rates.txt ¦ attachment; filename=\"_ rates.txt\"; filename*=UTF-8''%E2%82%AC%20rates.txt",
        "😀.png ¦ attachment; filename=\"_.png\"; filename*=UTF-8''%F0%9F%98%80.png",
        "a\"b.txt ¦ attachment; filename=\"a_b.txt\"; filename*=UTF-8''a%22b.txt",
        "a\\b ¦ attachment; filename=\"a_b\"; filename*=UTF-8''a%5Cb",
        "a%41 ¦ attachment; filename=\"a_41\"; filename*=UTF-8''a%2541",
        "a/b ¦ attachment; filename=\"a_b\"; filename*=UTF-8''a%2Fb",
        "§a\r\nX: 1§ ¦ attachment; filename=\"a__X: 1\"; filename*=UTF-8''a%0D%0AX%3A%201",
        "é!#$&+-.^_`|~'()*,;=@ ¦ attachment; filename=\"_!#$&+-.^_`|~'()*,;=@\"; "
            + "filename*=UTF-8''%C3%A9!#$&+-.^_`|~%27%28%29%2A%2C%3B%3D%40",
      })
  void attachments(String name, String expected) {
    assertEquals(expected, ContentDisposition.attachment(name));
  }

  @Property
  void noNameBreaksOutOfItsParameter(@ForAll String name) {
    String value = FieldLines.of("A", ContentDisposition.attachment(name)).value(0);
    var parts = Grammar.parameters(value);
    assertEquals("attachment", parts.get(0));
    assertTrue(parts.size() <= 3, value);
    assertTrue(parts.get(1).startsWith("filename=\""), value);
    assertTrue(Grammar.unquoted(parts.get(1).substring("filename=".length())).isPresent(), value);
    assertTrue(
        parts.size() == 2 || parts.get(2).matches("filename\\*=UTF-8''[!-~&&[^\"';]]*"), value);
  }
}
