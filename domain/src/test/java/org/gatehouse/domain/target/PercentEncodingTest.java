package org.gatehouse.domain.target;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentEncodingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "§§ | §§",
        "abc | abc",
        "a%20b | a b",
        "a+b | a+b",
        "%2e%2E | ..",
        "%2F | /",
        "%5c | \\",
        "%41%5a%7A | AZz",
        // once, not twice
        "%2541 | %41",
        "%252e%252e | %2e%2e",
        "%25 | %",
        // two, three and four octets
        "%C3%A9 | é",
        "%e2%82%ac | €",
        "%F0%9F%98%80 | 😀",
        "%C2%80 | \u0080",
        "%DF%BF | \u07ff",
        "%E0%A0%80 | \u0800",
        "%EF%BF%BD | \ufffd",
        "%EF%BF%BF | \uffff",
        "%ED%9F%BF | \ud7ff",
        "%EE%80%80 | \ue000",
        "%F0%90%80%80 | \ud800\udc00",
        "%F4%8F%BF%BF | \udbff\udfff",
        // what it means is judged elsewhere
        "a%00b | §a\u0000b§",
        "%0d%0a | §\r\n§",
      })
  void decodes(String text, String expected) {
    assertEquals(Optional.of(expected), PercentEncoding.decode(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // broken triplets
        "%",
        "%%",
        "%2",
        "%zz",
        "%2g",
        "%g2",
        "a%",
        "a%4",
        "%-1",
        "%+1",
        "% 1",
        "%1 ",
        "%u0041",
        "%%41",
        "%٤١",
        "%4\u0661",
        // raw characters outside ASCII
        "é",
        "%41é",
        "\u0080",
        "\ud83d\ude00",
        // octets on their own
        "%80",
        "%BF",
        "%FE",
        "%FF",
        "a%E9b",
        "%C3",
        "%C3%",
        "%C3%28",
        "%C3a",
        "%E2%82",
        "%E2%28%A1",
        "%F0%9F%98",
        "%F0%28%8C%BC",
        "%C3%A9%A9",
        // overlong forms of NUL, dot, slash and others
        "%C0%80",
        "%C0%AE",
        "%C0%AF",
        "%C1%BF",
        "%E0%80%AF",
        "%E0%80%AE",
        "%E0%9F%BF",
        "%F0%80%80%AF",
        "%F0%8F%BF%BF",
        "%F8%80%80%80%AF",
        "%FC%80%80%80%80%AF",
        // surrogates, CESU-8
        "%ED%A0%80",
        "%ED%BF%BF",
        "%ED%A0%BD%ED%B8%80",
        // beyond U+10FFFF
        "%F4%90%80%80",
        "%F5%80%80%80",
        "%F7%BF%BF%BF",
        // UTF-16
        "%FF%FE%41%00"
      })
  void refuses(String text) {
    assertEquals(Optional.empty(), PercentEncoding.decode(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "a b | a%20b",
        "-._~!$&'()*+,;=:@ | -._~!$&'()*+,;=:@",
        "/ | %2F",
        "\\ | %5C",
        "%41 | %2541",
        "?#[]\"<>^`{} | %3F%23%5B%5D%22%3C%3E%5E%60%7B%7D",
        "é€😀 | %C3%A9%E2%82%AC%F0%9F%98%80",
        "\u007f | %7F",
      })
  void encodesSegments(String segment, String expected) {
    assertEquals(expected, PercentEncoding.encodeSegment(segment));
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "a-b", "é"})
  void encodesWhatIsNotPlain(String text) {
    assertEquals(
        text.replace("a", "%61").replace("é", "%C3%A9"),
        PercentEncoding.encode(text, octet -> octet != 'a'));
  }

  @Property
  void encodingIsUndoneByDecoding(@ForAll String text) {
    String wellFormed =
        text.codePoints()
            .filter(c -> c < 0xd800 || c > 0xdfff)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    String encoded = PercentEncoding.encodeSegment(wellFormed);
    assertEquals(Optional.of(wellFormed), PercentEncoding.decode(encoded));
  }

  @Property
  void octetsAreReadAsTheStandardDecoderReadsThem(@ForAll byte[] octets) {
    StringBuilder text = new StringBuilder();
    for (byte octet : octets) {
      text.append(String.format("%%%02x", octet));
    }
    assertEquals(strictly(octets), PercentEncoding.decode(text.toString()));
  }

  private static Optional<String> strictly(byte[] octets) {
    try {
      return Optional.of(
          java.nio.charset.StandardCharsets.UTF_8
              .newDecoder()
              .decode(java.nio.ByteBuffer.wrap(octets))
              .toString());
    } catch (java.nio.charset.CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }
}
