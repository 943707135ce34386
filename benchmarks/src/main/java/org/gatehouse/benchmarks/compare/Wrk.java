package org.gatehouse.benchmarks.compare;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** wrk with one thread, so that on two cores a server has the other one. */
final class Wrk {
  private Wrk() {}

  /**
   * Drives a server and waits until that is over.
   *
   * @param tag the entity tag that the server gave to the file
   */
  static WrkReport drive(
      RunningServer server, Scenario scenario, String tag, int seconds, Track track)
      throws IOException, InterruptedException {
    int turn = Math.max(seconds, scenario.shortestTurn());
    List<String> command = new ArrayList<>(List.of("wrk", "-t1", "--latency", "--timeout", "20s"));
    command.addAll(List.of("-c", Integer.toString(scenario.connections()), "-d", turn + "s"));
    for (String line : scenario.ask().lines(tag)) {
      command.addAll(List.of("-H", line));
    }
    String script = scenario.ask().script();
    if (!script.isEmpty()) {
      command.addAll(List.of("-s", track.script(script).toString()));
    }
    command.add("http://127.0.0.1:" + server.port() + scenario.ask().path());
    if (scenario == Scenario.MIX) {
      command.addAll(List.of("--", tag));
    } else if (scenario == Scenario.PUT) {
      command.addAll(List.of("--", track.file(Site.MEDIUM).toString()));
    }
    Process wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(wrk.getInputStream().readAllBytes(), UTF_8);
    if (wrk.waitFor() != 0) {
      throw new IOException("wrk failed: " + output);
    }
    return WrkReport.read(output);
  }
}
