package org.gatehouse.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of metrics that operators read. */
public final class MetricTable {
  private static final Path PAGE = Path.of("..", "docs", "operations", "README.md");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9_]+)` \\|");

  private MetricTable() {}

  /** The names in its first column. */
  public static Set<String> names() throws IOException {
    return ROW.matcher(Files.readString(PAGE))
        .results()
        .map((MatchResult row) -> row.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A series by the name under which it stands there: that of its histogram or summary. */
  public static String family(String series) {
    return series.replaceFirst("_(bucket|sum|count)$", "");
  }
}
