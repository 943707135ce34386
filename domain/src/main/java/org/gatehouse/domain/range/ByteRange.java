package org.gatehouse.domain.range;

/**
 * A range inside a representation (RFC 9110 §14.1.2).
 *
 * @param first the first octet's position
 * @param last the last octet's position, inclusive
 */
public record ByteRange(long first, long last) {

  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException if the range is empty, begins before 0 or has more octets than
   *     can be counted
   */
  public ByteRange {
    if (first < 0 || last < first || last == Long.MAX_VALUE) {
      throw new IllegalArgumentException("not a range");
    }
  }

  /** How many octets. */
  public long length() {
    return last - first + 1;
  }

  /** The Content-Range value (RFC 9110 §14.4). */
  public String contentRange(long completeLength) {
    return "bytes " + first + "-" + last + "/" + completeLength;
  }

  /** The Content-Range value of a 416. */
  public static String unsatisfied(long completeLength) {
    return "bytes */" + completeLength;
  }

  /** Whether the two overlap or adjoin, so that one range can stand for both. */
  boolean touches(ByteRange other) {
    return first - 1 <= other.last && other.first - 1 <= last;
  }

  ByteRange joinedWith(ByteRange other) {
    return new ByteRange(Math.min(first, other.first), Math.max(last, other.last));
  }
}
