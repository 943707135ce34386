package org.gatehouse.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.bootstrap.option.CommandLineShape;
import org.gatehouse.bootstrap.option.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The manual tells of everything in the model, and the programs that set it have no complaint. */
class ManPageTest {
  private static final String PAGE = new ManPage("9.8.7", LocalDate.of(2026, 1, 1)).text();

  @TempDir Path folder;

  @Test
  void tellsOfEveryOptionAndVariable() {
    CommandLine model = new CommandLine(new CommandLineShape("gatehouse").whole());
    List<CommandLine> all = new ArrayList<>(model.getSubcommands().values());
    all.add(model);
    for (CommandLine command : all) {
      for (OptionSpec option : command.getCommandSpec().options()) {
        for (String name : option.names()) {
          assertTrue(PAGE.contains("\\fB" + Roff.escape(name) + "\\fR"), name);
        }
      }
    }
    for (Setting setting : Setting.values()) {
      assertTrue(PAGE.contains("[" + setting.variable() + ","), setting.variable());
    }
    for (String command : model.getSubcommands().keySet()) {
      assertTrue(PAGE.contains(".SS " + Roff.escape(command) + "\n"), command);
    }
  }

  @Test
  void tellsVersionAndDate() {
    assertTrue(PAGE.startsWith(".TH GATEHOUSE 1 2026-01-01 \"Gatehouse 9.8.7\" \"User Commands\""));
  }

  @ParameterizedTest
  @CsvSource({".hidden, \\&.hidden", "a-b, a\\-b", "C:\\x, C:\\ex", "'quoted', \\(aqquoted\\(aq"})
  void escapes(String text, String roff) {
    // CsvSource takes single quotes off.
    assertEquals(roff.replace("\\(aq", ""), Roff.escape(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mandoc -T lint -W warning",
        "groff -man -Tutf8 -ww -z",
        "man --warnings -E UTF-8 -l -Tutf8 -Z"
      })
  void nothingIsWrongWithIt(String checker) throws IOException, InterruptedException {
    String program = checker.split(" ")[0];
    assumeTrue(isInstalled(program), program + " is not installed");
    Path page = Files.writeString(folder.resolve("gatehouse.1"), PAGE);
    List<String> line = new ArrayList<>(List.of(checker.split(" ")));
    line.add(page.toString());
    Path said = folder.resolve("said");
    Process process =
        new ProcessBuilder(line)
            .redirectError(said.toFile())
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    process.getOutputStream().close();
    process.waitFor();
    String out = program.equals("mandoc") ? Files.readString(folder.resolve("out")) : "";
    assertEquals("", out + Files.readString(said, StandardCharsets.UTF_8));
  }

  private static boolean isInstalled(String program) {
    for (String path : System.getenv("PATH").split(":")) {
      if (Files.isExecutable(Path.of(path, program))) {
        return true;
      }
    }
    return false;
  }
}
