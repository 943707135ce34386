package org.gatehouse.benchmarks.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTest {
  private static Outcome outcome() {
    Map<Contender, Sample> samples = new LinkedHashMap<>();
    samples.put(Contender.GATEHOUSE, new Sample(Map.of(Figure.REQUESTS, 30_000.0)));
    samples.put(Contender.NGINX, new Sample(Map.of(Figure.REQUESTS, 20_000.0)));
    return new Outcome(Scenario.SMALL, samples);
  }

  @Test
  void tellsFiguresAndRatios() {
    assertEquals(
        """
        | server    | requests/s | requests ÷ nginx | requests ÷ floor |
        |-----------|-----------:|-----------------:|-----------------:|
        | Gatehouse |     30,000 |             1.50 |                – |
        | nginx     |     20,000 |             1.00 |                – |
        """,
        Table.of(outcome()));
  }

  @Test
  void theChartHasABarForEachButTheBaseline() {
    String svg = Chart.of(List.of(outcome()), "today");
    assertTrue(svg.contains(">1.50</text>"));
    assertFalse(svg.contains(">nginx</text>"));
    assertEquals(1, svg.split("fill=\"#f2b24c\"/>", -1).length - 1);
  }
}
