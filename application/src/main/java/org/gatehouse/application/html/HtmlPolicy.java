package org.gatehouse.application.html;

/** What pages of files may do (Content Security Policy Level 3). */
public final class HtmlPolicy {
  /**
   * A page loads this server's own styles, scripts and images and sends its forms to this server,
   * whatever a name may have smuggled in; it has no inline script, and nobody frames it.
   */
  public static final String VALUE =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; media-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private HtmlPolicy() {}
}
