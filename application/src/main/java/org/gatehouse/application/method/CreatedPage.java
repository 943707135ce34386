package org.gatehouse.application.method;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gatehouse.application.html.HtmlPolicy;
import org.gatehouse.application.html.HtmlText;
import org.gatehouse.application.port.body.Body;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.route.Request;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.media.MediaType;
import org.gatehouse.domain.message.Status;
import org.gatehouse.domain.target.ResourcePath;

/** What somebody sees who sent a form with a browser that runs no script. */
final class CreatedPage {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <link rel="stylesheet" href="/.gatehouse/listing.css">
      <title>Uploaded</title>
      </head>
      <body>
      <main>
      <h1>Uploaded</h1>
      <ul class="uploaded">
      """;

  private CreatedPage() {}

  /** 201, with where the first is, links to all, and the way back to the folder. */
  static Response of(Request request, List<Creation.Created> all) {
    StringBuilder html = new StringBuilder(HEAD);
    for (Creation.Created each : all) {
      html.append("<li>").append(link(each.path(), each.path().name())).append("</li>\n");
    }
    ResourcePath folder = request.path();
    html.append("</ul>\n<p>Back to ").append(link(folder, folder.toString())).append("</p>\n");
    html.append("</main>\n</body>\n</html>\n");
    FieldLines fields =
        FieldLines.of(
            FieldName.CONTENT_TYPE,
            MediaType.HTML.toString(),
            FieldName.LOCATION,
            all.get(0).path().encoded(),
            FieldName.CONTENT_SECURITY_POLICY,
            HtmlPolicy.VALUE);
    byte[] content = html.toString().getBytes(StandardCharsets.UTF_8);
    return Response.of(Status.CREATED, fields, Body.of(content));
  }

  private static String link(ResourcePath path, String name) {
    String href = HtmlText.escape(path.encoded());
    return "<a href=\"" + href + "\"><bdi>" + HtmlText.escape(name) + "</bdi></a>";
  }
}
