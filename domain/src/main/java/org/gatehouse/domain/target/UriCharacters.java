package org.gatehouse.domain.target;

/** The character classes of a URI (RFC 3986 §2, §3.3, Appendix A). */
final class UriCharacters {
  private static final byte PCHAR = 1;
  private static final byte REG_NAME = 2;
  private static final byte[] CLASS = new byte[128];

  static {
    for (int c = 0; c < 128; c++) {
      if (isAlphanumeric(c) || "-._~!$&'()*+,;=".indexOf(c) >= 0) {
        CLASS[c] = PCHAR | REG_NAME;
      }
    }
    CLASS[':'] |= PCHAR;
    CLASS['@'] |= PCHAR;
  }

  private UriCharacters() {}

  static boolean isAlphanumeric(int c) {
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
  }

  /** pchar without pct-encoded. */
  static boolean isPchar(int c) {
    return c < 128 && (CLASS[c] & PCHAR) != 0;
  }

  /** reg-name without pct-encoded: unreserved or sub-delims. */
  static boolean isRegName(int c) {
    return c < 128 && (CLASS[c] & REG_NAME) != 0;
  }

  /** The value of a hexadecimal digit, or -1. */
  static int hex(int c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    int lower = c | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  }
}
