package org.gatehouse.application.port.out;

/**
 * Makes what a client sent harmless in a log (CWE-117): one line stays one line, one field stays
 * one field, and a terminal that shows it is told nothing.
 *
 * <p>Control characters, line and paragraph separators, invisible format characters such as those
 * that turn the direction of writing, and lone surrogates become {@code \\xHH} or {@code \\uHHHH};
 * the quotation mark and the backslash get a backslash, so that nothing can pretend to be an
 * escape.
 */
public final class LogText {
  private static final String HEX = "0123456789abcdef";

  private LogText() {}

  /** The text, escaped; the same object if there is nothing to escape. */
  public static String escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isPlain(text.charAt(i))) {
        return escapeFrom(text, i);
      }
    }
    return text;
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c < 0x7f && c != '"' && c != '\\';
  }

  private static String escapeFrom(String text, int start) {
    StringBuilder escaped = new StringBuilder(text.length() + 16).append(text, 0, start);
    int i = start;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      append(escaped, c);
      i += Character.charCount(c);
    }
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, int c) {
    if (c == '"' || c == '\\') {
      escaped.append('\\').append((char) c);
    } else if (isVisible(c)) {
      escaped.appendCodePoint(c);
    } else if (c < 0x100) {
      hex(escaped.append("\\x"), c, 2);
    } else if (c < 0x10000) {
      hex(escaped.append("\\u"), c, 4);
    } else {
      hex(escaped.append("\\U"), c, 8);
    }
  }

  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  private static void hex(StringBuilder escaped, int c, int digits) {
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
      escaped.append(HEX.charAt(c >> shift & 15));
    }
  }
}
