package org.gatehouse.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gatehouse.bootstrap.endtoend.ReadmeExamples.Example;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every command line in the tables of the README, run by bash and curl against the built jar, one
 * after the other: the answer has the status, and literally each text, that the README promises.
 */
@Timeout(120)
class ReadmeIT {
  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern TAG = Pattern.compile("(?im)^etag: \"([^\"]*)\"");

  @TempDir Path folder;

  private final ReadmeExamples readme = ReadmeExamples.of(REPOSITORY.resolve("README.md"));
  private String tag = "";

  @BeforeEach
  void prepare() throws Exception {
    assumeTrue(isInstalled("bash") && isInstalled("curl"), "bash or curl is not installed");
    copy(REPOSITORY.resolve("www"), folder.resolve("www"));
    copy(REPOSITORY.resolve("profiles"), folder.resolve("profiles"));
    for (String name : List.of("notes.txt", "one.txt", "two.txt")) {
      Files.writeString(folder.resolve(name), "the content of " + name + "\n");
    }
    Files.write(folder.resolve("600kB.txt"), new byte[600_000]);
    Files.writeString(folder.resolve(".curlrc"), "silent\nshow-error\nmax-time = 30\n");
  }

  private static boolean isInstalled(String command) throws InterruptedException {
    try {
      Process version = new ProcessBuilder(command, "--version").redirectErrorStream(true).start();
      version.getInputStream().readAllBytes();
      return version.waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      all.forEach(
          path -> {
            try {
              Files.copy(path, to.resolve(from.relativize(path).toString()));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"A walk with curl", "Endpoints"})
  void whatASectionPromises(String section) throws Exception {
    try (JarServer server =
        JarServer.in(folder)
            .rootByDefault()
            .environment("HTTP_AUTH_USER", "me")
            .environment("HTTP_AUTH_PASS", "secret")
            .start()) {
      runAll(server, readme.section(section));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"classic", "downloads", "observed", "filedrop"})
  void whatAProfilePromises(String profile) throws Exception {
    List<Example> examples =
        readme.section("Profiles").stream().filter(e -> e.profile().equals(profile)).toList();
    try (JarServer server =
        JarServer.in(folder).options("@profiles/" + profile, "--port", "0").start()) {
      runAll(server, examples);
    }
  }

  @Test
  void everyProfileHasAnExample() throws IOException {
    try (Stream<Path> profiles = Files.list(REPOSITORY.resolve("profiles"))) {
      profiles
          .map(profile -> profile.getFileName().toString())
          .forEach(
              name ->
                  assertTrue(
                      readme.section("Profiles").stream().anyMatch(e -> e.profile().equals(name)),
                      name));
    }
  }

  private void runAll(JarServer server, List<Example> examples) throws Exception {
    assertFalse(examples.isEmpty());
    for (Example example : examples) {
      run(server, example);
    }
  }

  private void run(JarServer server, Example example) throws Exception {
    String command = example.command("http://127.0.0.1:" + server.port(), tag);
    ProcessBuilder bash = new ProcessBuilder("bash", "-c", command).directory(folder.toFile());
    bash.environment().put("CURL_HOME", folder.toString());
    Process process = bash.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String answer =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    process.waitFor();
    String told = command + "\n" + answer;
    assertTrue(answer.contains("HTTP/1.1 " + example.status() + " "), told);
    String folded = answer.toLowerCase(Locale.ROOT);
    for (String promise : example.promises()) {
      assertTrue(folded.contains(promise.toLowerCase(Locale.ROOT)), promise + " from " + told);
    }
    Matcher etag = TAG.matcher(answer);
    tag = etag.find() ? etag.group(1) : tag;
  }
}
