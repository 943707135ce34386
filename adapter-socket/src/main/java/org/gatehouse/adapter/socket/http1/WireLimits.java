package org.gatehouse.adapter.socket.http1;

/**
 * How much of a request is read before it is refused (RFC 9112 §3, §5.4; RFC 9110 §15.5.14).
 *
 * @param maxTarget octets of a request target; the request line may be {@value #LINE_ALLOWANCE}
 *     more
 * @param maxFieldSection octets of all field lines with their CRLF, of headers and trailers each
 * @param maxFields field lines, of headers and trailers each
 * @param maxContent octets of content, chunked framing not counted
 */
public record WireLimits(int maxTarget, int maxFieldSection, int maxFields, long maxContent) {

  /**
   * How much longer than {@link #maxTarget} a request line may be. It holds method and version, and
   * lets a target that is only a little too long arrive whole, so that the answer can name it.
   */
  static final int LINE_ALLOWANCE = 256;

  /** The largest limit on a part of a head: offsets in it, and their sums, are ints. */
  static final int MOST = 1 << 29;

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException if one is negative, or one on a head is over half a gigabyte
   */
  public WireLimits {
    if (maxTarget < 0 || maxFieldSection < 0 || maxFields < 0 || maxContent < 0) {
      throw new IllegalArgumentException("a limit is not negative");
    }
    if (maxTarget > MOST || maxFieldSection > MOST) {
      throw new IllegalArgumentException(
          "a head is held in memory, so its limits are at most " + MOST);
    }
  }

  /** The longest request line, its CRLF included, in octets. */
  int maxRequestLine() {
    return maxTarget + LINE_ALLOWANCE;
  }
}
