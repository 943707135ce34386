package org.gatehouse.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The command: {@code benchmarks/compare --help}. */
@Command(
    name = "benchmarks/compare",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = "Compares Gatehouse with other servers, on this machine.")
public final class Compare implements Callable<Integer> {
  private static final Path RESULTS = Path.of("benchmarks/RESULTS.md");
  private static final Path PICTURES = Path.of("docs/pictures");

  @Option(names = "--rounds", description = "How often each server has its turn.")
  private int rounds = 5;

  @Option(names = "--seconds", description = "How long a turn is.")
  private int seconds = 3;

  @Option(names = "--warm-up", description = "How long each is driven before, in seconds.")
  private int warmUp = 6;

  @Option(names = "--quick", description = "One round of a second: whether it works, not how fast.")
  private boolean quick;

  @Option(
      names = "--scenario",
      split = ",",
      paramLabel = "NAME",
      description = "Only these: ${COMPLETION-CANDIDATES}.",
      completionCandidates = ScenarioNames.class)
  private List<Scenario> scenarios = List.of(Scenario.values());

  @Option(
      names = "--server",
      split = ",",
      paramLabel = "NAME",
      description = "Only these: ${COMPLETION-CANDIDATES}.",
      completionCandidates = ContenderNames.class)
  private List<Contender> contenders = List.of(Contender.values());

  @Option(names = "--jdk", paramLabel = "HOME", description = "The JDK of the servers in Java.")
  private Path jdk = Path.of(System.getProperty("java.home"));

  @Option(
      names = "--record",
      description = "Write the results to benchmarks/RESULTS.md and draw them in docs/pictures.")
  private boolean recorded;

  private static final class ScenarioNames extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    ScenarioNames() {
      super(List.of(Scenario.values()).stream().map(Scenario::id).toList());
    }
  }

  private static final class ContenderNames extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    ContenderNames() {
      super(List.of(Contender.values()).stream().map(Contender::id).toList());
    }
  }

  /** Runs the command and exits. */
  public static void main(String[] arguments) {
    CommandLine command =
        new CommandLine(new Compare())
            .registerConverter(Scenario.class, Compare::scenario)
            .registerConverter(Contender.class, Compare::contender);
    System.exit(command.execute(arguments));
  }

  private static Scenario scenario(String id) {
    for (Scenario scenario : Scenario.values()) {
      if (scenario.id().equals(id)) {
        return scenario;
      }
    }
    throw new TypeConversionException("there is no scenario '" + id + "'");
  }

  private static Contender contender(String id) {
    for (Contender contender : Contender.values()) {
      if (contender.id().equals(id)) {
        return contender;
      }
    }
    throw new TypeConversionException("there is no server '" + id + "'");
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Effort effort = quick ? new Effort(1, 1, 1) : new Effort(rounds, seconds, warmUp);
    Path folder = Files.createTempDirectory("gatehouse-compare");
    Circumstances circumstances = Circumstances.now(jdk);
    Track track = new Track(folder, jdk.toAbsolutePath(), effort);
    // The one way to clean up, whether the end comes by itself or by a signal.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(track)));
    System.out.println(circumstances.text(effort));
    List<Outcome> outcomes = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      List<Contender> taking = scenario.contenders().stream().filter(contenders::contains).toList();
      if (!taking.isEmpty()) {
        Outcome outcome = new Outcome(scenario, scenario.race().run(scenario, taking, track));
        outcomes.add(outcome);
        System.out.println(section(outcome));
      }
    }
    if (recorded) {
      record(outcomes, circumstances, effort);
    }
    return 0;
  }

  private static String section(Outcome outcome) {
    return "\n### " + outcome.scenario().title() + "\n\n" + Table.of(outcome);
  }

  private static void record(List<Outcome> outcomes, Circumstances circumstances, Effort effort)
      throws IOException {
    StringBuilder section = new StringBuilder(circumstances.text(effort));
    outcomes.forEach(outcome -> section.append(section(outcome)));
    Records.add(RESULTS, circumstances.key(), section.toString());
    String caption = circumstances.commit() + " on JDK " + circumstances.jdk();
    Files.createDirectories(PICTURES);
    Files.writeString(
        PICTURES.resolve("comparison-jdk" + circumstances.jdkFeature() + ".svg"),
        Chart.of(outcomes, caption + ", " + circumstances.date()));
  }

  private static void close(Track track) {
    try {
      track.close();
    } catch (IOException e) {
      System.err.println("something is left in the temporary folder: " + e);
    }
  }
}
