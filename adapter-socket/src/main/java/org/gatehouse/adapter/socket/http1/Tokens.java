package org.gatehouse.adapter.socket.http1;

import org.gatehouse.domain.field.Fields;
import org.gatehouse.domain.field.Grammar;

/** Lists of tokens in field values (RFC 9110 §5.6.1), searched without taking them apart. */
final class Tokens {
  private Tokens() {}

  /** Whether a line with this name lists this token, in any case; there may be several lines. */
  static boolean contains(Fields fields, String name, String token) {
    for (int i = fields.indexOf(name, 0); i >= 0; i = fields.indexOf(name, i + 1)) {
      if (lists(fields.value(i), token)) {
        return true;
      }
    }
    return false;
  }

  private static boolean lists(String value, String token) {
    int start = 0;
    while (start < value.length()) {
      int comma = value.indexOf(',', start);
      int end = comma < 0 ? value.length() : comma;
      if (isElement(value, start, end, token)) {
        return true;
      }
      start = end + 1;
    }
    return false;
  }

  private static boolean isElement(String value, int start, int end, String token) {
    int from = start;
    int to = end;
    while (from < to && Grammar.isWhitespace(value.charAt(from))) {
      from++;
    }
    while (to > from && Grammar.isWhitespace(value.charAt(to - 1))) {
      to--;
    }
    return to - from == token.length() && value.regionMatches(true, from, token, 0, to - from);
  }
}
