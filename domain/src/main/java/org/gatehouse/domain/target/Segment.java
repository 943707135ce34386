package org.gatehouse.domain.target;

import java.nio.charset.StandardCharsets;

/** What a decoded path segment may hold, and what it means. */
final class Segment {
  private Segment() {}

  /**
   * Whether something can be called so. An empty segment names nothing, and neither does one that
   * holds a separator, which was encoded and so is data.
   */
  static boolean isAddressable(String segment) {
    return !segment.isEmpty() && segment.indexOf('/') < 0 && segment.indexOf('\\') < 0;
  }

  /** Whether this is a dot segment (RFC 3986 §3.3). */
  static boolean isDots(String segment) {
    return segment.equals(".") || segment.equals("..");
  }

  /** Whether a control character of ASCII or Latin-1 is in it. */
  static boolean hasControl(String segment) {
    for (int i = 0; i < segment.length(); i++) {
      if (Character.isISOControl(segment.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the text can stand in UTF-8: a surrogate on its own cannot. */
  static boolean isUnicode(String text) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    return new String(octets, StandardCharsets.UTF_8).equals(text);
  }
}
