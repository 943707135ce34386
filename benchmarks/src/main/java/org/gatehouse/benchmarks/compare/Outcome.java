package org.gatehouse.benchmarks.compare;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a scenario came to: a sample for each server, in the order in which they are named. */
record Outcome(Scenario scenario, Map<Contender, Sample> samples) {

  /** A figure of one server as a multiple of another's, if both were measured. */
  OptionalDouble ratio(Figure figure, Contender one, Contender other) {
    Optional<Double> below = Optional.ofNullable(samples.get(other)).map(s -> s.get(figure));
    if (below.isEmpty() || below.get() == 0 || !samples.containsKey(one)) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(samples.get(one).get(figure) / below.get());
  }
}
