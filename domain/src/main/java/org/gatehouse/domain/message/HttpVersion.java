package org.gatehouse.domain.message;

/**
 * The version of a request line (RFC 9112 §2.3).
 *
 * @param major one digit
 * @param minor one digit
 */
public record HttpVersion(int major, int minor) {
  public static final HttpVersion HTTP_1_0 = new HttpVersion(1, 0);
  public static final HttpVersion HTTP_1_1 = new HttpVersion(1, 1);

  /**
   * Checks the digits.
   *
   * @throws IllegalArgumentException if one is not between 0 and 9
   */
  public HttpVersion {
    if (major < 0 || major > 9 || minor < 0 || minor > 9) {
      throw new IllegalArgumentException("a version is two digits");
    }
  }

  /** The version of these digits, without making a new one for the usual two. */
  public static HttpVersion of(int major, int minor) {
    if (major == 1 && minor == 1) {
      return HTTP_1_1;
    }
    return major == 1 && minor == 0 ? HTTP_1_0 : new HttpVersion(major, minor);
  }

  /** Whether the rules of HTTP/1.1 hold: 1.1, and any later minor version (RFC 9110 §2.5). */
  public boolean isAtLeast11() {
    return major > 1 || (major == 1 && minor >= 1);
  }

  @Override
  public String toString() {
    return "HTTP/" + major + "." + minor;
  }
}
