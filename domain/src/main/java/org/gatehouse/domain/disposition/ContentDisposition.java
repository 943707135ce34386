package org.gatehouse.domain.disposition;

import org.gatehouse.domain.target.PercentEncoding;

/** Offers content for download under a name (RFC 6266, RFC 8187). */
public final class ContentDisposition {
  private ContentDisposition() {}

  /**
   * {@code attachment} with the name twice where it is not plain ASCII: a fallback that every
   * client reads, and the exact name in UTF-8 (RFC 6266 §4.3, Appendix D).
   */
  public static String attachment(String name) {
    String fallback = fallback(name);
    String value = "attachment; filename=\"" + fallback + "\"";
    return fallback.equals(name)
        ? value
        : value
            + "; filename*=UTF-8''"
            + PercentEncoding.encode(name, ContentDisposition::isAttrChar);
  }

  /** The name with all that a quoted string could be misread for replaced by an underscore. */
  private static String fallback(String name) {
    StringBuilder ascii = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
      char c = name.charAt(i);
      ascii.append(c < ' ' || c > '~' || "\"\\%/".indexOf(c) >= 0 ? '_' : c);
    }
    return ascii.toString();
  }

  /** attr-char of RFC 8187 §3.2.1. */
  private static boolean isAttrChar(int c) {
    boolean digit = c >= '0' && c <= '9';
    boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    return digit || letter || "!#$&+-.^_`|~".indexOf(c) >= 0;
  }
}
