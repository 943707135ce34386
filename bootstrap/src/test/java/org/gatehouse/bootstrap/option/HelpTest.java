package org.gatehouse.bootstrap.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatehouse.bootstrap.option.Invocation.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Every command tells of all that it takes, and which version it is of. */
class HelpTest {
  private static String print(String... arguments) {
    Invocation invocation = new Arguments(() -> "version 7", "gatehouse", Map.of()).read(arguments);
    assertEquals(Command.PRINT, invocation.command());
    return invocation.text();
  }

  private static List<CommandSpec> commands() {
    CommandSpec whole = new CommandLine(new CommandLineShape("gatehouse").whole()).getCommandSpec();
    List<CommandSpec> all = new ArrayList<>(List.of(whole));
    whole.subcommands().values().forEach(line -> all.add(line.getCommandSpec()));
    return all;
  }

  @Test
  void namesEveryOption() {
    for (CommandSpec command : commands()) {
      String help = command.commandLine().getUsageMessage();
      assertTrue(command.options().size() >= 2, command.name());
      for (OptionSpec option : command.options()) {
        assertTrue(help.contains(option.longestName()), option::longestName);
      }
    }
  }

  @Test
  void namesEverySettingSomewhere() {
    String all = "";
    for (CommandSpec command : commands()) {
      all += command.commandLine().getUsageMessage();
    }
    for (Setting setting : Setting.values()) {
      assertTrue(all.contains(setting.flag()) && all.contains(setting.variable()), setting.flag());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "init-etags", "health", "doctor", "explain", "completion"})
  void showsExamplesAndTheVersion(String command) {
    String[] help = (command + " --help").strip().split(" ");
    String[] version = (command + " --version").strip().split(" ");
    String text = print(help);
    assertTrue(text.startsWith("Usage: gatehouse"), text);
    assertTrue(text.contains("Examples\n  # "), text);
    assertTrue(text.contains(("  gatehouse " + command).stripTrailing()), text);
    assertEquals("version 7" + System.lineSeparator(), print(version));
  }

  @Test
  void theServersHasADozenExamples() {
    assertTrue(print("--help").lines().filter(line -> line.startsWith("  # ")).count() >= 12);
  }

  @ParameterizedTest
  @CsvSource({"doctor, DOCTOR", "completion, COMPLETION", "explain GET /, EXPLAIN"})
  void theCommandsAreFound(String line, Command command) {
    assertEquals(command, new Arguments("", Map.of()).read(line.split(" ")).command());
  }

  @Test
  void doctorTakesWhatTheServerTakes() {
    Settings settings = new Arguments("", Map.of()).read("doctor", "9000", "2", "--qr").settings();
    assertEquals("9000", settings.get(Setting.PORT).text());
    assertEquals("2", settings.get(Setting.LOG_LEVEL).text());
    assertTrue(settings.isOn(Setting.QR));
  }

  @Test
  void explainTakesARequest() {
    Settings settings =
        new Arguments("", Map.of())
            .read("--port", "1", "explain", "GET", "/a", "--header", "A: b", "--header", "C: d")
            .settings();
    assertEquals("GET", settings.get(Setting.METHOD).text());
    assertEquals("/a", settings.get(Setting.TARGET).text());
    assertEquals(2, settings.all(Setting.HEADER).size());
    assertEquals("1", settings.get(Setting.PORT).text());
  }
}
