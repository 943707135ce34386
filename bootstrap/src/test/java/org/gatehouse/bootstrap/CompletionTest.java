package org.gatehouse.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gatehouse.bootstrap.option.CommandLineShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The script, in the shells that it is for. */
class CompletionTest {
  @TempDir Path folder;

  private Set<String> completed(String shell, String... words) throws Exception {
    Path bin = Path.of("/bin").resolve(shell);
    assumeTrue(Files.isExecutable(bin), shell + " is not installed");
    Path script = Files.writeString(folder.resolve("completion"), Completion.script());
    String quoted =
        Arrays.stream(words).map(word -> "'" + word + "'").collect(Collectors.joining(" "));
    // What bash does on Tab: it looks up the function, sets these variables and calls it.
    String program =
        """
        . '%s'
        complete -p gatehouse > /dev/null || exit 9
        function_name=$(complete -p gatehouse | sed 's/.*-F *\\([^ ]*\\).*/\\1/')
        COMP_WORDS=(gatehouse %s)
        COMP_CWORD=%d
        COMP_LINE="${COMP_WORDS[*]}"
        COMP_POINT=${#COMP_LINE}
        # Outside of a real Tab compopt complains.
        $function_name 2> /dev/null
        for each in "${COMPREPLY[@]}"; do echo "$each"; done
        """
            .formatted(script, quoted, words.length);
    Process process =
        new ProcessBuilder(bin.toString(), "-c", program)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), out);
    return out.lines().map(String::strip).collect(Collectors.toCollection(TreeSet::new));
  }

  private static CommandSpec model() {
    return new CommandLine(new CommandLineShape("gatehouse").whole()).getCommandSpec();
  }

  @Test
  void completesEveryOptionOfEveryCommand() throws Exception {
    assertOffered(model(), completed("bash", "-"));
    for (CommandLine command : model().subcommands().values()) {
      CommandSpec spec = command.getCommandSpec();
      assertOffered(spec, completed("bash", spec.name(), "-"));
    }
  }

  private static void assertOffered(CommandSpec spec, Set<String> offered) {
    for (OptionSpec option : spec.options()) {
      assertTrue(offered.containsAll(Set.of(option.names())), option + " is not in " + offered);
    }
  }

  @Test
  void completesCommands() throws Exception {
    Set<String> offered = completed("bash", "");
    assertTrue(offered.containsAll(model().subcommands().keySet()), offered::toString);
    assertEquals(Set.of("doctor"), completed("bash", "doc"));
  }

  @Test
  void completesTheWordsOfAnOption() throws Exception {
    assertEquals(Set.of("open", "authenticated", "off"), completed("bash", "--writes", ""));
    assertEquals(Set.of("combined"), completed("bash", "doctor", "--access-log", "c"));
  }

  @Test
  void completesFolders() throws Exception {
    Files.createDirectories(folder.resolve("a-site"));
    Set<String> offered = completed("bash", "--root", "a-");
    assertTrue(offered.stream().anyMatch(word -> word.startsWith("a-site")), offered::toString);
  }

  @Test
  void zshReadsItToo() throws IOException, InterruptedException {
    Path zsh = Path.of("/bin/zsh");
    assumeTrue(Files.isExecutable(zsh), "zsh is not installed");
    Path script = Files.writeString(folder.resolve("completion"), Completion.script());
    Process process =
        new ProcessBuilder(
                zsh.toString(),
                "-f",
                "-c",
                "autoload -U +X compinit && compinit -D && . '"
                    + script
                    + "' && [[ -n ${_comps[gatehouse]} ]] && echo bound")
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    assertEquals("bound", out.strip());
  }
}
