package org.gatehouse.benchmarks.compare;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A way to measure. */
interface Race {

  /**
   * Measures these servers in turn, as many rounds as the effort says.
   *
   * @return a sample over all rounds for each, in the same order
   */
  Map<Contender, Sample> run(Scenario scenario, List<Contender> contenders, Track track)
      throws IOException, InterruptedException;
}
