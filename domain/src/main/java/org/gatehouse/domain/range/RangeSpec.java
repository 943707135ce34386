package org.gatehouse.domain.range;

import java.util.Optional;

/**
 * One range-spec as it was asked for (RFC 9110 §14.1.1).
 *
 * @param first the first position, or -1 for a suffix
 * @param last the last position; the length of a suffix; {@link Long#MAX_VALUE} where left open
 */
record RangeSpec(long first, long last) {
  /** How a set of ranges begins, in any case (RFC 9110 §14.1). */
  static final String UNIT = "bytes=";

  /** Reads {@code 0-99}, {@code 100-} or {@code -50}; empty if malformed. */
  static Optional<RangeSpec> parse(String text) {
    int dash = text.indexOf('-');
    if (dash < 0 || text.length() == 1) {
      return Optional.empty();
    }
    String from = text.substring(0, dash);
    String to = text.substring(dash + 1);
    long first = from.isEmpty() ? -1 : number(from);
    long last = to.isEmpty() ? Long.MAX_VALUE : number(to);
    boolean backwards = !from.isEmpty() && !to.isEmpty() && isLess(to, from);
    boolean malformed = first < -1 || last < 0 || backwards;
    return malformed ? Optional.empty() : Optional.of(new RangeSpec(first, last));
  }

  /** A number of digits alone, cut at the greatest long; -2 for anything else. */
  private static long number(String digits) {
    long number = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -2;
      }
      number = number > (Long.MAX_VALUE - digit) / 10 ? Long.MAX_VALUE : 10 * number + digit;
    }
    return number;
  }

  /** Compares numbers of any size, which {@link #number} may have cut to the same. */
  private static boolean isLess(String digits, String others) {
    String one = digits.substring(zeros(digits));
    String other = others.substring(zeros(others));
    return one.length() == other.length()
        ? one.compareTo(other) < 0
        : one.length() < other.length();
  }

  private static int zeros(String digits) {
    int zeros = 0;
    while (zeros < digits.length() && digits.charAt(zeros) == '0') {
      zeros++;
    }
    return zeros;
  }

  boolean isNonEmptySuffix() {
    return first < 0 && last > 0;
  }

  /** The part of a representation of this length that is meant; empty if it lies outside. */
  Optional<ByteRange> within(long length) {
    long from = first < 0 ? Math.max(0, length - last) : first;
    long to = first < 0 ? length - 1 : Math.min(last, length - 1);
    return from >= length || to < from ? Optional.empty() : Optional.of(new ByteRange(from, to));
  }
}
