package org.gatehouse.domain.target;

/** The syntax of an IPv6 address (RFC 3986 §3.2.2, RFC 4291 §2.2); no zone. */
final class Ipv6 {
  private static final int GROUPS = 8;
  private static final int MALFORMED = -1;

  private Ipv6() {}

  static boolean isAddress(String text) {
    int elision = text.indexOf("::");
    if (elision < 0) {
      return groups(text, true) == GROUPS;
    }
    String head = text.substring(0, elision);
    String tail = text.substring(elision + 2);
    int before = head.isEmpty() ? 0 : groups(head, false);
    int after = tail.isEmpty() ? 0 : groups(tail, true);
    return before >= 0 && after >= 0 && before + after < GROUPS;
  }

  /** How many 16-bit groups the text makes, an IPv4 address at its end counting as two. */
  private static int groups(String text, boolean mayEndInIpv4) {
    int count = 0;
    int start = 0;
    for (int colon; (colon = text.indexOf(':', start)) >= 0; start = colon + 1) {
      if (!isGroup(text, start, colon)) {
        return MALFORMED;
      }
      count++;
    }
    if (isGroup(text, start, text.length())) {
      return count + 1;
    }
    return mayEndInIpv4 && isIpv4(text, start) ? count + 2 : MALFORMED;
  }

  /** One to four hexadecimal digits. */
  private static boolean isGroup(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (UriCharacters.hex(text.charAt(i)) < 0) {
        return false;
      }
    }
    return to > from && to - from <= 4;
  }

  private static boolean isIpv4(String text, int from) {
    int start = from;
    for (int i = 0; i < 3; i++) {
      int dot = text.indexOf('.', start);
      if (dot < 0 || !isDecimalOctet(text, start, dot)) {
        return false;
      }
      start = dot + 1;
    }
    return isDecimalOctet(text, start, text.length());
  }

  /** 0 to 255 without leading zeros. */
  private static boolean isDecimalOctet(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return false;
      }
      number = 10 * number + digit;
    }
    int length = to - from;
    boolean leadingZero = length > 1 && text.charAt(from) == '0';
    return length > 0 && length <= 3 && !leadingZero && number <= 255;
  }
}
