package org.gatehouse.benchmarks.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Drives servers with wrk: all are started and warmed up, then each has its turn in every round.
 * The rounds begin with another one each time.
 */
final class LoadRace implements Race {

  private record Runner(RunningServer server, String tag, List<Sample> rounds) {}

  @Override
  public Map<Contender, Sample> run(Scenario scenario, List<Contender> contenders, Track track)
      throws IOException, InterruptedException {
    List<Runner> runners = new ArrayList<>();
    try {
      for (Contender contender : contenders) {
        runners.add(prepare(contender, scenario, track));
      }
      List<Runner> order = new ArrayList<>(runners);
      for (int round = 0; round < track.effort().rounds(); round++) {
        for (Runner runner : order) {
          runner.rounds().add(measure(runner, scenario, track));
        }
        Collections.rotate(order, -1);
      }
      Map<Contender, Sample> samples = new LinkedHashMap<>();
      runners.forEach(r -> samples.put(r.server().contender(), Sample.over(r.rounds())));
      return samples;
    } finally {
      runners.forEach(runner -> runner.server().close());
    }
  }

  private static Runner prepare(Contender contender, Scenario scenario, Track track)
      throws IOException, InterruptedException {
    RunningServer server = track.start(contender, scenario);
    try {
      server.awaitReady(scenario.ask().path());
      String tag = new Agreement().check(server, scenario);
      Wrk.drive(server, scenario, tag, track.effort().warmUp(), track);
      return new Runner(server, tag, new ArrayList<>());
    } catch (IOException | InterruptedException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static Sample measure(Runner runner, Scenario scenario, Track track)
      throws IOException, InterruptedException {
    ProcessTree processes = runner.server().processes();
    processes.forgetPeak();
    long before = processes.cpuMicros();
    WrkReport report =
        Wrk.drive(runner.server(), scenario, runner.tag(), track.effort().seconds(), track);
    Map<Figure, Double> figures = new EnumMap<>(Figure.class);
    figures.put(Figure.REQUESTS, report.perSecond());
    figures.put(Figure.P50, report.p50());
    figures.put(Figure.P99, report.p99());
    double used = processes.cpuMicros() - before;
    figures.put(Figure.CPU, used / Math.max(1, report.requests()));
    figures.put(Figure.RSS, processes.peakKib() / 1024.0);
    figures.put(Figure.ERRORS, (double) report.errors());
    return new Sample(figures);
  }
}
