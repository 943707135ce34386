package org.gatehouse.domain.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The common rules from which field values are made (RFC 9110 §5.6). */
public final class Grammar {
  private static final boolean[] TCHAR = new boolean[128];

  static {
    for (char c = '0'; c <= '9'; c++) {
      TCHAR[c] = true;
    }
    for (char c = 'a'; c <= 'z'; c++) {
      TCHAR[c] = true;
      TCHAR[c - 'a' + 'A'] = true;
    }
    for (char c : "!#$%&'*+-.^_`|~".toCharArray()) {
      TCHAR[c] = true;
    }
  }

  private Grammar() {}

  /** Whether this character (or octet) may stand in a token (RFC 9110 §5.6.2). */
  public static boolean isTchar(int c) {
    return c >= 0 && c < 128 && TCHAR[c];
  }

  /** Whether the text is a token: one tchar or more (RFC 9110 §5.6.2). */
  public static boolean isToken(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isTchar(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /**
   * Whether this octet may stand in a field value: visible, space, tab or obs-text (RFC 9110 §5.5).
   * CR, LF, NUL, the other controls and DEL may not.
   */
  public static boolean isFieldOctet(int c) {
    return c == '\t' || (c >= ' ' && c != 0x7f && c <= 0xff);
  }

  /** Whether every character may stand in a field value. */
  public static boolean isFieldValue(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isFieldOctet(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * The elements of a list, trimmed, empty ones left out; a comma inside a quoted string does not
   * separate (RFC 9110 §5.6.1).
   */
  public static List<String> elements(String list) {
    return split(list, ',');
  }

  /**
   * The parts of one element between semicolons that stand outside quoted strings, trimmed: first
   * what has the parameters, be it empty, then those that are not empty (RFC 9110 §5.6.6).
   */
  public static List<String> parameters(String element) {
    List<String> parts = split(element, ';');
    if (trim(element).startsWith(";") || parts.isEmpty()) {
      parts.add(0, "");
    }
    return parts;
  }

  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>(4);
    int start = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        addTrimmed(parts, text, start, i);
        start = i + 1;
      }
    }
    addTrimmed(parts, text, start, text.length());
    return parts;
  }

  private static void addTrimmed(List<String> parts, String text, int start, int end) {
    String part = trim(text.substring(start, end));
    if (!part.isEmpty()) {
      parts.add(part);
    }
  }

  /** The text without the optional white space (space and tab) around it (RFC 9110 §5.6.3). */
  public static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** Whether this is optional white space: space or tab (RFC 9110 §5.6.3). */
  public static boolean isWhitespace(int c) {
    return c == ' ' || c == '\t';
  }

  /**
   * The value of a token or quoted string (RFC 9110 §5.6.4), quotes and backslashes taken away.
   *
   * @return empty if it is neither, or holds what no field value may
   */
  public static Optional<String> unquoted(String text) {
    if (isToken(text)) {
      return Optional.of(text);
    }
    int last = text.length() - 1;
    if (last < 1 || text.charAt(0) != '"' || text.charAt(last) != '"' || !isFieldValue(text)) {
      return Optional.empty();
    }
    StringBuilder value = new StringBuilder(last);
    for (int i = 1; i < last; i++) {
      char c = text.charAt(i);
      if (c == '"') {
        return Optional.empty();
      }
      if (c == '\\') {
        i++;
        if (i == last) {
          return Optional.empty();
        }
        c = text.charAt(i);
      }
      value.append(c);
    }
    return Optional.of(value.toString());
  }
}
