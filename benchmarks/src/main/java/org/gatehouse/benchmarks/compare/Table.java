package org.gatehouse.benchmarks.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** An outcome as a table in Markdown, which is readable in a terminal too. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  private Table() {}

  /**
   * A table with a row for each server; behind the figures, ratios to the baseline and the floor.
   */
  static String of(Outcome outcome) {
    Table table = new Table();
    Contender baseline = outcome.scenario().baseline();
    List<Figure> figures =
        outcome.samples().values().iterator().next().figures().keySet().stream().toList();
    List<Figure> compared = figures.stream().filter(Figure::isCompared).toList();

    List<String> heads = new ArrayList<>(List.of("server"));
    figures.forEach(figure -> heads.add(figure.title()));
    compared.forEach(figure -> heads.add(unitless(figure) + " ÷ " + baseline.id()));
    compared.forEach(figure -> heads.add(unitless(figure) + " ÷ floor"));
    table.rows.add(heads);
    for (Map.Entry<Contender, Sample> row : outcome.samples().entrySet()) {
      List<String> cells = new ArrayList<>(List.of(row.getKey().title()));
      figures.forEach(figure -> cells.add(figure.format(row.getValue().get(figure))));
      for (Contender other : List.of(baseline, Contender.FLOOR)) {
        compared.forEach(f -> cells.add(ratio(outcome.ratio(f, row.getKey(), other))));
      }
      table.rows.add(cells);
    }
    return table.text();
  }

  private static String unitless(Figure figure) {
    return figure.title().split("[ /]")[0];
  }

  private static String ratio(OptionalDouble ratio) {
    return ratio.isPresent()
        ? String.format(java.util.Locale.ROOT, "%.2f", ratio.getAsDouble())
        : "–";
  }

  private String text() {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      line(text, rows.get(i), widths);
      if (i == 0) {
        rule(text, widths);
      }
    }
    return text.toString();
  }

  private static void line(StringBuilder text, List<String> cells, int[] widths) {
    for (int i = 0; i < widths.length; i++) {
      String blanks = " ".repeat(widths[i] - cells.get(i).length());
      text.append("| ").append(i == 0 ? cells.get(i) + blanks : blanks + cells.get(i)).append(' ');
    }
    text.append("|\n");
  }

  private static void rule(StringBuilder text, int[] widths) {
    for (int i = 0; i < widths.length; i++) {
      text.append('|').append("-".repeat(widths[i] + 1)).append(i == 0 ? '-' : ':');
    }
    text.append("|\n");
  }
}
