package org.gatehouse.bootstrap.log;

import java.util.HexFormat;

/**
 * The last line of defence: whatever text arrives here, a record stays one line and a JSON string
 * one string. Text of clients in messages and in the combined format was escaped before, with its
 * quotes ({@link org.gatehouse.application.port.out.LogText}).
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

  /** Controls, and what ends a line or turns its direction without being one. */
  private static boolean isControl(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static void appendHex(char c, StringBuilder line) {
    if (c <= 0xff) {
      line.append("\\x").append(HEX.toHexDigits((byte) c));
    } else {
      line.append("\\u").append(HEX.toHexDigits(c));
    }
  }
}
