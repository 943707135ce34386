package org.gatehouse.bootstrap.log;

import java.util.HexFormat;

/**
 * Keeps what a client sent from being anything but text in a log: no new line, no quote that ends a
 * field, no sequence that a terminal obeys.
 */
final class Escapes {
  private static final HexFormat HEX = HexFormat.of();

  private Escapes() {}

  /** Text of this server: control characters as {@code \}{@code x0a}, the rest as it is. */
  static void appendPlain(String text, StringBuilder line) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isControl(c)) {
        appendHex(c, line);
      } else {
        line.append(c);
      }
    }
  }

  /** Text of a client in a quoted field: beside controls also quotes and all outside of ASCII. */
  static void appendQuotable(String text, StringBuilder line) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        line.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        appendHex(c, line);
      } else {
        line.append(c);
      }
    }
  }

  /** A JSON string with its quotes, all of it ASCII (RFC 8259 §7). */
  static void appendJson(String text, StringBuilder line) {
    line.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        line.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        line.append("\\u").append(HEX.toHexDigits(c));
      } else {
        line.append(c);
      }
    }
    line.append('"');
  }

  /** Controls, and the characters that end a line or turn its direction without being controls. */
  private static boolean isControl(char c) {
    return c < ' '
        || (c >= 0x7f && c <= 0x9f)
        || (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069);
  }

  private static void appendHex(char c, StringBuilder line) {
    if (c <= 0xff) {
      line.append("\\x").append(HEX.toHexDigits((byte) c));
    } else {
      line.append("\\u").append(HEX.toHexDigits(c));
    }
  }
}
