package org.gatehouse.benchmarks.compare;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Outcomes as a picture: for each scenario a group of bars, to the right of the line where a server
 * does better than nginx, to the left where it does worse. The axis is logarithmic.
 */
final class Chart {
  private static final int WIDTH = 920;
  private static final int COLUMN = WIDTH / 2;
  private static final int TOP = 92;
  private static final int BAR = 15;
  private static final int GAP = 40;

  /** The line on which nginx stands, and how far it is to twice as good. */
  private static final int AXIS = 290;

  private static final int DOUBLE = 38;
  private static final double MOST = 8;

  private final StringBuilder bars = new StringBuilder();
  private final int[] ends = {TOP, TOP};

  private Chart() {}

  /** The picture, for outcomes in which nginx took part. */
  static String of(List<Outcome> outcomes, String caption) {
    Chart chart = new Chart();
    for (Outcome outcome : outcomes) {
      if (outcome.samples().containsKey(outcome.scenario().baseline())) {
        chart.group(outcome);
      }
    }
    return chart.framed(caption);
  }

  private void group(Outcome outcome) {
    int column = ends[0] <= ends[1] ? 0 : 1;
    int left = column * COLUMN;
    int y = ends[column];
    Figure figure = outcome.scenario().mainFigure();
    text(left + 24, y, "#f1f4f9", "start", outcome.scenario().title() + ": " + figure.title());
    int begin = y + 6;
    int end = begin;
    for (Contender contender : outcome.samples().keySet()) {
      OptionalDouble ratio = outcome.ratio(figure, contender, outcome.scenario().baseline());
      if (contender != outcome.scenario().baseline() && ratio.orElse(0) > 0) {
        double better = figure.isBetterHigh() ? ratio.getAsDouble() : 1 / ratio.getAsDouble();
        bar(left, end, contender, better, contender == outcome.scenario().ours());
        end += BAR;
      }
    }
    line(left + AXIS, begin, end);
    ends[column] = end + GAP;
  }

  private void bar(int left, int y, Contender contender, double better, boolean ours) {
    double shown = Math.max(1 / MOST, Math.min(MOST, better));
    long length = Math.round(DOUBLE * Math.log(shown) / Math.log(2));
    long x = left + AXIS + Math.min(0, length);
    String fill = ours ? "#f2b24c" : "#86aede";
    text(left + 24, y + 12, ours ? "#f2b24c" : "#bac6d8", "start", contender.title());
    bars.append(
        String.format(
            Locale.ROOT,
            "  <rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>\n",
            x,
            y + 2,
            Math.max(1, Math.abs(length)),
            BAR - 3,
            fill));
    // On the axis' other side there is always room.
    boolean right = length >= 0;
    long at = right ? left + AXIS + length + 5 : left + AXIS + 5;
    text(at, y + 12, "#f1f4f9", "start", String.format(Locale.ROOT, "%.2f", better));
  }

  private void text(long x, int y, String fill, String anchor, String content) {
    String words = content.replace("&", "&amp;").replace("<", "&lt;");
    bars.append(
        String.format(
            "  <text x=\"%d\" y=\"%d\" fill=\"%s\" text-anchor=\"%s\">%s</text>\n",
            x, y, fill, anchor, words));
  }

  private void line(int x, int from, int to) {
    bars.append(
        String.format(
            "  <path d=\"M%d %dV%d\" stroke=\"#f1f4f9\" stroke-width=\"1.5\"/>\n", x, from, to));
  }

  private String framed(String caption) {
    int height = Math.max(ends[0], ends[1]);
    return String.format(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" role="img" \
        aria-labelledby="title" font-family="'Helvetica Neue', Arial, 'Liberation Sans', sans-serif" font-size="12">
          <title id="title">Gatehouse and other servers, as multiples of nginx</title>
          <rect x="1" y="1" width="%3$d" height="%4$d" rx="16" fill="#16213a" stroke="#33496a" stroke-width="2"/>
          <text x="24" y="34" fill="#f1f4f9" font-size="18" font-weight="700">\
        How many times as good as nginx</text>
          <text x="24" y="56" fill="#bac6d8">%5$s. The line is nginx, a longer bar to the right is better.</text>
        %6$s</svg>
        """,
        WIDTH, height, WIDTH - 2, height - 2, caption, bars);
  }
}
