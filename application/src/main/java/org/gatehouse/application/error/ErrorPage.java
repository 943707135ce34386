package org.gatehouse.application.error;

import java.util.Optional;
import org.gatehouse.application.html.HtmlText;
import org.gatehouse.domain.message.Status;

/** The page on which a browser shows an error; it needs nothing but itself. */
final class ErrorPage {
  private static final String BEFORE_TITLE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      """;
  private static final String AFTER_TITLE =
      """
      <style>
      :root { color-scheme: light dark }
      body { font: 1.1rem/1.6 system-ui, sans-serif; margin: 15vh auto; max-width: 38rem }
      body { padding: 0 1.5rem }
      h1 { font-weight: 600; line-height: 1.2 }
      code { overflow-wrap: anywhere }
      footer { font-size: .8rem; margin-top: 3rem; opacity: .7 }
      </style>
      </head>
      <body>
      """;
  private static final String END =
      """
      </body>
      </html>
      """;

  private ErrorPage() {}

  static String of(Status status, String reason, Optional<String> path, String requestId) {
    return BEFORE_TITLE
        + element("title", status.toString())
        + AFTER_TITLE
        + element("h1", status.toString())
        + element("p", HtmlText.escape(reason))
        + path.map(text -> element("p", "<bdi><code>" + HtmlText.escape(text) + "</code></bdi>"))
            .orElse("")
        + element("footer", "Request <code>" + HtmlText.escape(requestId) + "</code>")
        + END;
  }

  private static String element(String name, String content) {
    return "<" + name + ">" + content + "</" + name + ">\n";
  }
}
