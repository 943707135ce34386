package org.gatehouse.application.listing;

import java.util.List;
import org.gatehouse.application.html.HtmlText;
import org.gatehouse.domain.target.ResourcePath;

/** The way from the root down to a folder; a folder that is not listed has no link. */
final class Breadcrumbs {
  private Breadcrumbs() {}

  static String of(ResourcePath folder, ListedFolders listed) {
    StringBuilder html = new StringBuilder("<nav aria-label=\"Breadcrumbs\"><ol>");
    List<String> names = folder.segments();
    for (int depth = 0; depth <= names.size(); depth++) {
      String[] above = names.subList(0, depth).toArray(String[]::new);
      ResourcePath at = ResourcePath.of(above).asFolder();
      html.append("<li>")
          .append(step(at, depth == names.size(), listed.covers(at)))
          .append("</li>");
    }
    return html.append("</ol></nav>\n").toString();
  }

  private static String step(ResourcePath at, boolean current, boolean linked) {
    String name = "<bdi>" + HtmlText.escape(at.name()) + "/</bdi>";
    if (!linked) {
      return "<span>" + name + "</span>";
    }
    String here = current ? " aria-current=\"page\"" : "";
    return "<a href=\"" + HtmlText.escape(at.encoded()) + "\"" + here + ">" + name + "</a>";
  }
}
