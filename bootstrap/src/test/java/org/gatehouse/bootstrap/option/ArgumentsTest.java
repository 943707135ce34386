package org.gatehouse.bootstrap.option;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gatehouse.bootstrap.option.Invocation.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
  @TempDir Path folder;

  private static Invocation read(String... arguments) {
    return new Arguments("version 1", Map.of()).read(arguments);
  }

  private static List<String> texts(Invocation invocation, Setting setting) {
    return invocation.settings().all(setting).stream().map(Given::text).toList();
  }

  private static String mistake(String... arguments) {
    return assertThrows(UsageError.class, () -> read(arguments)).getMessage();
  }

  private String file(String name, String... lines) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, List.of(lines));
    return "@" + file;
  }

  @Test
  void withoutArgumentsItServesByTheDefaults() {
    Invocation invocation = read();
    assertEquals(Command.SERVE, invocation.command());
    assertEquals(new Given("--port", "8080"), invocation.settings().get(Setting.PORT));
  }

  @Test
  void portAndLevelByPosition() {
    Invocation invocation = read("9000", "2");
    assertEquals(new Given("PORT", "9000"), invocation.settings().get(Setting.PORT));
    assertEquals(new Given("LOG_LEVEL", "2"), invocation.settings().get(Setting.LOG_LEVEL));
  }

  @ParameterizedTest
  @CsvSource({
    "9000 --port 9001, 9001",
    "--port 9001 9000, 9000",
    "-p 9001 9000 -p 9002, 9002",
    "--port=1 --port=2, 2",
    "-p1 -p=2, 2"
  })
  void theLastPortWinsHoweverItIsWritten(String line, String expected) {
    assertEquals(expected, read(line.split(" ")).settings().get(Setting.PORT).text());
  }

  @Test
  void levelByPositionAndOptionsBetween() {
    Invocation invocation = read("9000", "--root", "x", "1", "--var", "y");
    assertEquals("9000", invocation.settings().get(Setting.PORT).text());
    assertEquals("1", invocation.settings().get(Setting.LOG_LEVEL).text());
    assertEquals("x", invocation.settings().get(Setting.ROOT).text());
    assertEquals("y", invocation.settings().get(Setting.VAR).text());
  }

  @Test
  void repeatableOptionsAddUp() {
    Invocation invocation = read("--redirect", "/a=/b", "--redirect", "/c=/d,e");
    assertEquals(List.of("/a=/b", "/c=/d,e"), texts(invocation, Setting.REDIRECT));
  }

  @Test
  void aSwitchNeedsNoValue() {
    assertEquals("true", read("--dotfiles", "8081").settings().get(Setting.DOTFILES).text());
    assertEquals("8081", read("--dotfiles", "8081").settings().get(Setting.PORT).text());
    assertEquals("false", read("--dotfiles=false").settings().get(Setting.DOTFILES).text());
    assertEquals("false", read().settings().get(Setting.DOTFILES).text());
  }

  @Test
  void anArgumentFile() throws IOException {
    String file =
        file(
            "profile",
            "# the small limits",
            "--max-uri 50 # a comment at the end",
            "",
            "--redirect '/a b=/c'",
            "--port",
            "4221");
    Invocation invocation = read(file);
    assertEquals("50", invocation.settings().get(Setting.MAX_URI).text());
    assertEquals(List.of("/a b=/c"), texts(invocation, Setting.REDIRECT));
    assertEquals("4221", invocation.settings().get(Setting.PORT).text());
  }

  @Test
  void anArgumentFileIsOverriddenAfterIt() throws IOException {
    String file = file("profile", "--port 4221", "--redirect /a=/b");
    Invocation after = read(file, "--port", "5000", "--redirect", "/c=/d");
    assertEquals("5000", after.settings().get(Setting.PORT).text());
    assertEquals(List.of("/a=/b", "/c=/d"), texts(after, Setting.REDIRECT));
    assertEquals("5000", read(file, "5000").settings().get(Setting.PORT).text());
    assertEquals("4221", read("--port", "5000", file).settings().get(Setting.PORT).text());
  }

  @Test
  void anArgumentFileThatIsNotThere() {
    assertEquals(
        "the argument file 'profiles/nothing' cannot be read", mistake("@profiles/nothing"));
    assertEquals(
        "the argument file 'no\\x07thing' cannot be read",
        mistake("--port", "1", "@no\u0007thing"));
  }

  @Test
  void anArgumentFileThatIsAFolder() {
    String message = mistake("@" + folder);
    assertTrue(message.contains(folder.toString()), message);
    assertFalse(message.contains("\n"), message);
  }

  @Test
  void initEtagsTakesTheSameOptionsBeforeAndAfter() {
    Invocation invocation = read("--root", "a", "init-etags", "--var", "b");
    assertEquals(Command.INIT_ETAGS, invocation.command());
    assertEquals("a", invocation.settings().get(Setting.ROOT).text());
    assertEquals("b", invocation.settings().get(Setting.VAR).text());
    assertEquals(
        "c", read("--root", "a", "init-etags", "--root", "c").settings().get(Setting.ROOT).text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--por 1 | unknown option '--por', did you mean --port?; see --help for all of them",
        "--zzzzzz | unknown option '--zzzzzz'; see --help for all of them",
        "-z | unknown option '-z'; see --help for all of them",
        "1 2 3 | unexpected argument '3'; see --help for all of them",
        "--port | Missing required parameter for option '--port' (PORT)",
        "--port --root x | Expected parameter for option '--port' but found '--root'",
        "init-etags 8080 | unexpected argument '8080'; see --help for all of them",
        "health 8080 | unexpected argument '8080'; see --help for all of them",
        "--url http://h/ health | unknown option '--url'; see --help for all of them",
        "init-etags --timeout 3s | unknown option '--timeout'; see --help for all of them"
      })
  void mistakes(String line, String message) {
    assertEquals(message, mistake(line.split(" ")));
  }

  @Test
  void versionAndHelpGoBeforeEverythingElse() {
    assertEquals("version 1" + System.lineSeparator(), read("--version").text());
    assertEquals(Command.PRINT, read("--version").command());
    assertEquals(Command.PRINT, read("8080", "--help").command());
    assertEquals(Command.PRINT, read("init-etags", "-h").command());
    assertTrue(read("init-etags", "-h").text().contains("entity tag"));
  }

  @Test
  void helpShowsFlagVariableAndDefaultOfEverySetting() {
    String help = read("health", "--help").text() + read("explain", "--help").text();
    // The text is wrapped: compare it word by word.
    String words = help.replaceAll("\\s+", " ");
    assertAll(
        Arrays.stream(Setting.values())
            .map(
                setting ->
                    () -> {
                      String sources =
                          setting.variable() + ", default: " + setting.fallback().shown() + "]";
                      assertTrue(words.contains(" " + setting.flag()), setting.flag());
                      assertTrue(words.contains("[" + sources), sources + " in " + words);
                      assertTrue(words.contains(setting.meaning()), setting.meaning());
                    }));
    assertAll(
        Arrays.stream(Group.values())
            .map(group -> () -> assertTrue(help.contains("\n" + group.heading()), help)));
    assertAll(help.lines().map(line -> () -> assertTrue(line.length() <= 100, line)));
  }

  @Test
  void helpOfTheServerNamesTheCommandsAndNotWhatOnlyTheyTake() {
    String help = read("--help").text();
    assertTrue(help.contains("\n  init-etags "), help);
    assertTrue(help.contains("\n  health "), help);
    assertTrue(help.contains("--max-uri="), help);
    assertFalse(help.contains("--url="), help);
    assertFalse(read("init-etags", "--help").text().contains("--timeout="), help);
    assertAll(help.lines().map(line -> () -> assertTrue(line.length() <= 100, line)));
  }

  @Test
  void healthTakesTheServersOptionsAndItsOwn() {
    Invocation invocation = read("9000", "health", "--url", "http://h/", "--root", "x");
    assertEquals(Command.HEALTH, invocation.command());
    assertEquals(List.of("http://h/"), texts(invocation, Setting.URL));
    assertEquals(List.of("9000"), texts(invocation, Setting.PORT));
    assertEquals(List.of("x"), texts(invocation, Setting.ROOT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"health", "init-etags"})
  void aValueMayBeCalledLikeACommand(String name) {
    Invocation server = read("--root", name, "--endpoints", name);
    assertEquals(Command.SERVE, server.command());
    assertEquals(List.of(name), texts(server, Setting.ROOT));
    assertEquals(List.of(name), texts(server, Setting.ENDPOINTS));
    Invocation command = read("--root", name, "--dotfiles", name, "--var", name);
    assertNotEquals(Command.SERVE, command.command());
    assertEquals(List.of(name), texts(command, Setting.ROOT));
    assertEquals(List.of("true"), texts(command, Setting.DOTFILES));
    assertEquals(List.of(name), texts(command, Setting.VAR));
  }

  @Test
  void namesAreMadeFromTheConstants() {
    assertEquals("--max-requests-per-connection", Setting.MAX_REQUESTS_PER_CONNECTION.flag());
    assertEquals(
        "GATEHOUSE_MAX_REQUESTS_PER_CONNECTION", Setting.MAX_REQUESTS_PER_CONNECTION.variable());
    assertEquals("GATEHOUSE_PORT", Setting.PORT.variable());
    String shortOnes =
        Arrays.stream(Setting.values())
            .flatMap(setting -> Arrays.stream(setting.flags()))
            .filter(flag -> !flag.startsWith("--"))
            .collect(Collectors.joining(" "));
    assertEquals("-p -b -r", shortOnes);
  }
}
