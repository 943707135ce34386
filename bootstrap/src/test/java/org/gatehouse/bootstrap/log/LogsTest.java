package org.gatehouse.bootstrap.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.application.port.out.AccessLog;
import org.gatehouse.domain.message.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LogsTest {
  private static final Logger LOG = LoggerFactory.getLogger(LogsTest.class);

  @TempDir Path folder;

  private Logs open(LogStream stream, Optional<AccessFormat> access) throws IOException {
    return Logs.open(folder, stream, access, Duration.ofHours(12), Instant.now(), complaint -> {});
  }

  private void during(LogStream stream, Runnable logging) throws IOException {
    Logs logs = open(stream, Optional.empty());
    logging.run();
    logs.close();
  }

  private static void logAtEveryLevel() {
    LOG.trace("a trace");
    LOG.debug("a debug");
    LOG.info("an info");
    LOG.warn("a warning");
    LOG.error("an error");
  }

  private List<String> messages(String file) throws IOException {
    try (Stream<String> lines = Files.lines(folder.resolve(file))) {
      return lines.map(line -> line.substring(line.indexOf(" - ") + 3)).toList();
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "USER | user.log | an info,a warning,an error",
        "DEBUG | debug.log | a debug,an info,a warning,an error",
        "DEVELOPER | developer.log | a warning,an error"
      })
  void theChosenFileTakesItsLevelAndAbove(LogStream stream, String file, String expected)
      throws IOException {
    during(stream, () -> logAtEveryLevel());
    assertEquals(List.of(expected.split(",")), messages(file));
    assertEquals(List.of(file), files());
  }

  @Test
  void nothingIsLoggedBeforeAndAfter() throws IOException {
    LOG.error("before");
    during(LogStream.USER, () -> LOG.info("during"));
    LOG.error("after");
    assertEquals(List.of("during"), messages("user.log"));
  }

  @Test
  void aSecondRunGoesOnInTheSameFile() throws IOException {
    for (String message : List.of("one", "two")) {
      during(LogStream.USER, () -> LOG.info(message));
    }
    assertEquals(List.of("one", "two"), messages("user.log"));
  }

  @Test
  void agedLogsOfAllStreamsAreCompressedAndAFreshOneBegins() throws IOException {
    String aged = "2001-01-01T00:00:00.000Z INFO  x - aged\n";
    Files.writeString(folder.resolve("user.log"), aged);
    Files.writeString(folder.resolve("developer.log"), aged);
    Files.writeString(
        folder.resolve("access.log"),
        "::1 - - [01/Jan/2001:00:00:00 +0000] \"-\" 400 - \"-\" \"-\"\n");
    during(LogStream.USER, () -> LOG.info("fresh"));
    assertEquals(List.of("fresh"), messages("user.log"));
    assertEquals(
        List.of("accesslogFiles", "developerlogFiles", "user.log", "userlogFiles"), files());
    assertTrue(Files.exists(folder.resolve("userlogFiles").resolve("userlogfile1.gz")));
    assertTrue(Files.exists(folder.resolve("accesslogFiles").resolve("accesslogfile1.gz")));
  }

  @Test
  void theAccessLogIsWrittenBeside() throws IOException {
    AccessLog.Entry entry =
        new AccessLog.Entry(
            Instant.now(),
            "::1",
            "",
            "GET",
            "/\n",
            "HTTP/1.1",
            Status.OK,
            3,
            Duration.ZERO,
            "",
            "",
            "r-1");
    try (Logs logs = open(LogStream.DEVELOPER, Optional.of(AccessFormat.COMBINED))) {
      logs.access().orElseThrow().record(entry);
      logs.access().orElseThrow().record(entry);
    }
    List<String> lines = Files.readAllLines(folder.resolve("access.log"));
    assertEquals(2, lines.size());
    assertTrue(lines.get(0).contains("\"GET /\\x0a HTTP/1.1\" 200 3"), lines.get(0));
  }

  @Test
  void withoutAnAccessLogThereIsNone() throws IOException {
    try (Logs logs = open(LogStream.USER, Optional.empty())) {
      assertTrue(logs.access().isEmpty());
    }
    assertFalse(Files.exists(folder.resolve("access.log")));
  }

  @Test
  void aFolderThatCannotBeWrittenIsToldAtOnce() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThrows(
        IOException.class,
        () ->
            Logs.open(
                file.resolve("var"),
                LogStream.USER,
                Optional.empty(),
                Duration.ZERO,
                Instant.now(),
                complaint -> {}));
  }
}
