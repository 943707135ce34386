package org.gatehouse.benchmarks.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Starts servers, and takes the time until each answers for the first time. */
final class StartRace implements Race {

  @Override
  public Map<Contender, Sample> run(Scenario scenario, List<Contender> contenders, Track track)
      throws IOException, InterruptedException {
    Map<Contender, List<Sample>> rounds = new LinkedHashMap<>();
    for (int round = 0; round < track.effort().rounds(); round++) {
      for (Contender contender : contenders) {
        Sample sample = measure(contender, scenario, track);
        rounds.computeIfAbsent(contender, first -> new ArrayList<>()).add(sample);
      }
    }
    Map<Contender, Sample> samples = new LinkedHashMap<>();
    rounds.forEach((contender, all) -> samples.put(contender, Sample.over(all)));
    return samples;
  }

  private static Sample measure(Contender contender, Scenario scenario, Track track)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    try (RunningServer server = track.start(contender, scenario)) {
      server.awaitReady(scenario.ask().path());
      Map<Figure, Double> figures = new EnumMap<>(Figure.class);
      figures.put(Figure.START, (System.nanoTime() - begin) / 1e6);
      figures.put(Figure.START_CPU, server.processes().cpuMicros() / 1e3);
      figures.put(Figure.RSS, server.processes().peakKib() / 1024.0);
      new Agreement().check(server, scenario);
      return new Sample(figures);
    }
  }
}
