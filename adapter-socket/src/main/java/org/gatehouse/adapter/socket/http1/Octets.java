package org.gatehouse.adapter.socket.http1;

import org.gatehouse.domain.field.Grammar;

/** The classes of octets that the wire's grammar tells apart (RFC 9112 §2.2, §3; RFC 9110 §5.6). */
final class Octets {
  static final byte CR = '\r';
  static final byte LF = '\n';

  /** How many octets end a line: CRLF. */
  static final int END_OF_LINE = 2;

  /** May stand in a token. */
  static final int TCHAR = 1;

  /** Visible ASCII: what a request target is made of, before its own grammar is looked at. */
  static final int VISIBLE = 2;

  /** May stand in a field value. */
  static final int FIELD = 4;

  /** A control character, tab and DEL included. */
  static final int CONTROL = 8;

  private static final byte[] CLASSES = new byte[256];

  static {
    for (int octet = 0; octet < 256; octet++) {
      int classes = Grammar.isTchar(octet) ? TCHAR : 0;
      classes |= octet > ' ' && octet < 0x7f ? VISIBLE : 0;
      classes |= Grammar.isFieldOctet(octet) ? FIELD : 0;
      classes |= octet < ' ' || octet == 0x7f ? CONTROL : 0;
      CLASSES[octet] = (byte) classes;
    }
  }

  private Octets() {}

  static boolean is(byte octet, int octetClass) {
    return (CLASSES[octet & 0xff] & octetClass) != 0;
  }

  /** Whether this is one of the two octets of optional white space. */
  static boolean isWhitespace(byte octet) {
    return octet == ' ' || octet == '\t';
  }

  static boolean isDigit(byte octet) {
    return octet >= '0' && octet <= '9';
  }

  /** The value of a hexadecimal digit, or -1. */
  static int hex(byte octet) {
    if (isDigit(octet)) {
      return octet - '0';
    }
    int lower = octet | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  }

  /** Whether two octets are the same letter or the same octet. */
  static boolean equalsIgnoreCase(int one, int other) {
    if (one == other) {
      return true;
    }
    int lower = one | 0x20;
    return lower == (other | 0x20) && lower >= 'a' && lower <= 'z';
  }
}
