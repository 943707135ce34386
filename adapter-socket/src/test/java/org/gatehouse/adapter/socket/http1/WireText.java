package org.gatehouse.adapter.socket.http1;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How octets are written in the vector tables: {@code ⏎} is CRLF, {@code ␍ ␊ ␉ ␀ ␋ ␌ ␡} are the
 * controls they picture, {@code ‹0b›} is the octet of that hexadecimal number, {@code «x*3»} is
 * xxx, and may be nested.
 */
final class WireText {
  private static final Pattern REPEAT = Pattern.compile("«([^«»]+)\\*(\\d+)»");
  private static final Pattern HEX = Pattern.compile("‹([0-9a-f]{2})›");

  private WireText() {}

  /** The text with one character per octet. */
  static String text(String written) {
    String text = written;
    for (Matcher repeat = REPEAT.matcher(text); repeat.find(); repeat = REPEAT.matcher(text)) {
      String repeated = repeat.group(1).repeat(Integer.parseInt(repeat.group(2)));
      text = text.substring(0, repeat.start()) + repeated + text.substring(repeat.end());
    }
    text =
        HEX.matcher(text)
            .replaceAll(
                hex ->
                    Matcher.quoteReplacement(
                        Character.toString(Integer.parseInt(hex.group(1), 16))));
    return text.replace("⏎", "\r\n")
        .replace('␍', '\r')
        .replace('␊', '\n')
        .replace('␉', '\t')
        .replace('␀', '\0')
        .replace('␋', '\u000b')
        .replace('␌', '\f')
        .replace('␡', '\u007f');
  }

  /** The octets. */
  static byte[] octets(String written) {
    String text = text(written);
    if (text.chars().anyMatch(c -> c > 0xff)) {
      throw new IllegalArgumentException("not octets: " + written);
    }
    return text.getBytes(ISO_8859_1);
  }
}
