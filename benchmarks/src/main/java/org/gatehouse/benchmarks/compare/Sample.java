package org.gatehouse.benchmarks.compare;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was measured of one server: in one round, or over all of them. */
record Sample(Map<Figure, Double> figures) {

  /** The figures of all rounds, each taken over them as it should be. */
  static Sample over(List<Sample> rounds) {
    Map<Figure, Double> all = new EnumMap<>(Figure.class);
    for (Figure figure : rounds.get(0).figures.keySet()) {
      all.put(figure, figure.over(rounds.stream().map(round -> round.get(figure)).toList()));
    }
    return new Sample(all);
  }

  double get(Figure figure) {
    return figures.get(figure);
  }
}
