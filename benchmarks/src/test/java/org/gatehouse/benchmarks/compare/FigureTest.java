package org.gatehouse.benchmarks.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FigureTest {
  private static final List<Double> ROUNDS = List.of(5.0, 1.0, 9.0, 3.0, 7.0);

  @Test
  void takesEachOverTheRoundsInItsOwnWay() {
    assertEquals(5, Figure.REQUESTS.over(ROUNDS));
    assertEquals(9, Figure.RSS.over(ROUNDS));
    assertEquals(25, Figure.ERRORS.over(ROUNDS));
    assertEquals(3, Figure.REQUESTS.over(List.of(5.0, 3.0)));
  }

  @Test
  void aRatioTakesTwo() {
    Map<Contender, Sample> samples =
        Map.of(
            Contender.GATEHOUSE, new Sample(Map.of(Figure.REQUESTS, 30.0)),
            Contender.NGINX, new Sample(Map.of(Figure.REQUESTS, 20.0)));
    Outcome outcome = new Outcome(Scenario.SMALL, samples);
    assertEquals(
        1.5, outcome.ratio(Figure.REQUESTS, Contender.GATEHOUSE, Contender.NGINX).getAsDouble());
    assertTrue(outcome.ratio(Figure.REQUESTS, Contender.GATEHOUSE, Contender.FLOOR).isEmpty());
  }
}
