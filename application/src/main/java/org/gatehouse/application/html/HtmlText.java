package org.gatehouse.application.html;

/** Text inside HTML. */
public final class HtmlText {
  private HtmlText() {}

  /** Escapes for text and for attributes; control characters become the replacement character. */
  public static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(Character.isISOControl(c) ? '\ufffd' : c);
      }
    }
    return escaped.toString();
  }
}
