package org.gatehouse.bootstrap.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.bootstrap.option.Examples.Example;
import org.gatehouse.bootstrap.option.Invocation.Command;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the help texts show can be typed. */
class ExamplesTest {
  private static final Pattern WORD = Pattern.compile("'([^']*)'|([^\\s']+)");
  private static final Path PROFILES = Path.of("../profiles").toAbsolutePath().normalize();

  /** The words as a shell would split them; what follows a redirection or && is the shell's. */
  private static String[] words(String arguments) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(arguments.split(" [>&]", 2)[0]);
    while (matcher.find()) {
      words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }
    return words.stream()
        .map(word -> word.replace("@profiles", "@" + PROFILES))
        .toArray(String[]::new);
  }

  @ParameterizedTest
  @EnumSource(value = Command.class, names = "PRINT", mode = EnumSource.Mode.EXCLUDE)
  void canBeTyped(Command command) {
    assertTrue(Files.isDirectory(PROFILES));
    assertFalse(Examples.of(command).isEmpty());
    for (Example example : Examples.of(command)) {
      Invocation invocation = new Arguments("", Map.of()).read(words(example.arguments()));
      String first = example.arguments().split(" ")[0];
      Command named =
          Arrays.stream(Command.values())
              .filter(each -> Given.word(each).equals(first))
              .findAny()
              .orElse(Command.SERVE);
      assertEquals(named, invocation.command(), example.arguments());
    }
  }
}
