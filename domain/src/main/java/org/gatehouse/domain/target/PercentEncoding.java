package org.gatehouse.domain.target;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Percent-encoding of UTF-8 text (RFC 3986 §2.1, RFC 3629). */
public final class PercentEncoding {
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private PercentEncoding() {}

  /**
   * Decodes once. Octets that are not UTF-8 (overlong forms and surrogates too), broken triplets
   * and raw characters outside ASCII make the whole text undecodable, so that it has one reading or
   * none.
   *
   * @return empty if the text cannot be decoded
   */
  public static Optional<String> decode(String text) {
    if (isPlain(text)) {
      return Optional.of(text);
    }
    byte[] octets = new byte[text.length()];
    int size = 0;
    for (int i = 0; i < text.length(); i += text.charAt(i) == '%' ? 3 : 1) {
      int octet = octet(text, i);
      if (octet < 0) {
        return Optional.empty();
      }
      octets[size++] = (byte) octet;
    }
    return utf8(octets, size);
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '%' || text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  /** The octet that begins at an index, plain or as a triplet; -1 if there is none. */
  private static int octet(String text, int at) {
    char c = text.charAt(at);
    if (c != '%') {
      return c < 128 ? c : -1;
    }
    if (at + 2 >= text.length()) {
      return -1;
    }
    int high = UriCharacters.hex(text.charAt(at + 1));
    int low = UriCharacters.hex(text.charAt(at + 2));
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  /** The text of these octets. What is not UTF-8 does not survive the way there and back. */
  private static Optional<String> utf8(byte[] octets, int size) {
    String text = new String(octets, 0, size, StandardCharsets.UTF_8);
    byte[] back = text.getBytes(StandardCharsets.UTF_8);
    boolean same = Arrays.equals(octets, 0, size, back, 0, back.length);
    return same ? Optional.of(text) : Optional.empty();
  }

  /** Encodes one path segment: everything but the characters that stand for themselves in one. */
  public static String encodeSegment(String segment) {
    return encode(segment, UriCharacters::isPchar);
  }

  /**
   * Encodes a text, as UTF-8.
   *
   * @param plain tells of each ASCII octet whether it stands for itself
   */
  public static String encode(String text, IntPredicate plain) {
    StringBuilder encoded = new StringBuilder(text.length() + 8);
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      if (octet >= 0 && plain.test(octet)) {
        encoded.append((char) octet);
      } else {
        encoded.append('%').append(HEX[octet >> 4 & 15]).append(HEX[octet & 15]);
      }
    }
    return encoded.toString();
  }
}
