package org.gatehouse.application.listing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.gatehouse.application.html.HtmlText;
import org.gatehouse.application.port.out.Child;
import org.gatehouse.domain.target.ResourcePath;

/** One row of a page: name, size and time of what lies in a folder. */
final class ListingRow {
  private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

  private ListingRow() {}

  /** The row of a child of a folder, whose path is as clients know it. */
  static String of(ResourcePath folder, Child child) {
    ResourcePath path = folder.child(child.name());
    String href = (child.isFolder() ? path.asFolder() : path).encoded();
    String name = HtmlText.escape(child.name()) + (child.isFolder() ? "/" : "");
    return (child.isFolder()
            ? "<tr data-kind=\"folder\">"
            : "<tr data-kind=\"file\" data-size=\"" + child.state().size() + "\">")
        + ("<th scope=\"row\"><a href=\"" + HtmlText.escape(href) + "\">")
        + ("<bdi>" + name + "</bdi></a></th>")
        + ("<td>" + (child.isFolder() ? "" : size(child.state().size())) + "</td>")
        + ("<td>" + time(child.state().modified()) + "</td></tr>\n");
  }

  /** A size as a person reads it: three digits and a unit of 1024s. */
  static String size(long octets) {
    if (octets < 1024) {
      return octets + " B";
    }
    double rest = octets / 1024.0;
    int unit = 0;
    while (rest >= 1023.5 && unit < UNITS.length - 1) {
      rest /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, rest < 9.95 ? "%.1f %s" : "%.0f %s", rest, UNITS[unit]);
  }

  private static String time(Instant modified) {
    String utc = modified.truncatedTo(ChronoUnit.SECONDS).toString();
    return "<time datetime=\""
        + utc
        + "\">"
        + utc.replace('T', ' ').substring(0, utc.length() - 1)
        + "</time>";
  }
}
