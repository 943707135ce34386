package org.gatehouse.application.listing;

import java.util.List;
import java.util.Locale;
import org.gatehouse.application.html.HtmlText;
import org.gatehouse.application.listing.ListingOrder.Key;
import org.gatehouse.application.method.ResourceSettings;
import org.gatehouse.application.port.out.Child;
import org.gatehouse.application.route.Allow;
import org.gatehouse.application.route.WritePolicy;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.target.ResourcePath;

/**
 * Writes a folder as a page that needs no script. What it promises to the style sheet and the
 * script, and to whoever reads it, stands in the package's description.
 */
final class ListingPage {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <link rel="stylesheet" href="/.gatehouse/listing.css">
      <link rel="icon" href="/.gatehouse/icon.svg" type="image/svg+xml">
      <script src="/.gatehouse/listing.js" type="module"></script>
      """;

  private static final String UPLOAD_FIELDS =
      """
      <label for="files">Files to upload</label>
      <input id="files" name="file" type="file" multiple required>
      <button type="submit">Upload</button>
      </form>
      """;

  private static final String SEARCH_END =
      """
      <button type="submit">Search</button>
      </form>
      """;

  private static final String FORMATS =
      """
      <p class="formats">This folder as <a href="?format=zip" download>ZIP</a> or as \
      <a href="?format=json">JSON</a>.</p>
      """;

  private final ResourcePath folder;
  private final ListedFolders listed;
  private final ListingQuery query;
  private final ResourceSettings settings;

  /**
   * The page of a folder.
   *
   * @param folder its path as clients know it
   */
  ListingPage(
      ResourcePath folder, ListedFolders listed, ListingQuery query, ResourceSettings settings) {
    this.folder = folder;
    this.listed = listed;
    this.query = query;
    this.settings = settings;
  }

  /**
   * Writes it.
   *
   * @param rows of what is shown, in order
   * @param found how many the search found, of which those are the first
   * @param complete whether everything in the folder was looked at
   */
  void write(ListingText text, List<Child> rows, long found, boolean complete) {
    text.add(HEAD).add("<title>" + HtmlText.escape(folder.toString()) + "</title>\n</head>\n");
    text.add(body())
        .add("<header>\n")
        .add(Breadcrumbs.of(folder, listed))
        .add("</header>\n<main>\n");
    text.add("<h1><bdi>" + HtmlText.escape(folder.toString()) + "</bdi></h1>\n").add(search());
    text.add(summary(rows.size(), found, complete)).add(tableHead());
    rows.forEach(child -> text.add(ListingRow.of(folder, child)));
    text.add("</tbody>\n</table>\n").add(FORMATS).add(upload()).add("</main>\n</body>\n</html>\n");
  }

  private String body() {
    return "<body data-path=\""
        + HtmlText.escape(folder.encoded())
        + "\" data-writes=\""
        + settings.writes().name().toLowerCase(Locale.ROOT)
        + "\" data-methods=\""
        + Allow.value(settings.methods())
        + "\" data-delete=\""
        + (settings.methods().contains(Method.DELETE) ? "credentials" : "off")
        + "\">\n";
  }

  private String action() {
    return " action=\"" + HtmlText.escape(folder.encoded()) + "\">\n";
  }

  private String search() {
    return "<form class=\"search\" method=\"get\" role=\"search\""
        + action()
        + "<label for=\"q\">Names that contain</label>\n"
        + ("<input id=\"q\" name=\"q\" type=\"search\" value=\"" + HtmlText.escape(query.search()))
        + "\">\n"
        + ("<input name=\"sort\" type=\"hidden\" value=\"" + query.order().key().word() + "\">\n")
        + ("<input name=\"order\" type=\"hidden\" value=\"" + query.order().direction() + "\">\n")
        + SEARCH_END;
  }

  private static String summary(int shown, long found, boolean complete) {
    String count = found == 1 ? "1 entry" : found + " entries";
    String all = complete ? count : "More than " + count;
    String rest = shown < found || !complete ? ", the first " + shown + " of which are shown" : "";
    return "<p class=\"summary\" role=\"status\" data-complete=\""
        + rest.isEmpty()
        + "\">"
        + all
        + rest
        + ".</p>\n";
  }

  private String tableHead() {
    return "<table class=\"listing\">\n<caption>Contents of <bdi>"
        + HtmlText.escape(folder.toString())
        + "</bdi></caption>\n<thead>\n<tr>"
        + columnHead(Key.NAME, "Name")
        + columnHead(Key.SIZE, "Size")
        + columnHead(Key.TIME, "Modified (UTC)")
        + "</tr>\n</thead>\n<tbody>\n";
  }

  private String columnHead(Key key, String title) {
    ListingOrder order = query.order();
    String sorted =
        key == order.key()
            ? " aria-sort=\"" + (order.descending() ? "descending" : "ascending") + "\""
            : "";
    return "<th scope=\"col\" data-key=\""
        + key.word()
        + "\""
        + sorted
        + "><a href=\""
        + HtmlText.escape(query.in(order.toggled(key)))
        + "\">"
        + title
        + "</a></th>";
  }

  private String upload() {
    return settings.writes() == WritePolicy.OFF
        ? ""
        : "<form class=\"upload\" method=\"post\" enctype=\"multipart/form-data\""
            + action()
            + UPLOAD_FIELDS;
  }
}
