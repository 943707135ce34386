package org.gatehouse.bootstrap.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogAgeTest {
  @TempDir Path folder;

  private Path log(String text) throws IOException {
    return Files.writeString(folder.resolve("user.log"), text);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-30T10:02:22.123Z INFO  x - m, 2026-03-30T10:02:22.123Z",
    "2026-03-30T12:02:22.123+02:00 INFO  x - m, 2026-03-30T10:02:22.123Z",
    "'::1 - - [30/Mar/2026:12:02:22 +0200] \"GET / HTTP/1.1\"', 2026-03-30T10:02:22Z",
    "'{\"time\":\"2026-03-30T10:02:22Z\",\"request_id\":\"x\"}', 2026-03-30T10:02:22Z"
  })
  void theFirstRecordTells(String first, Instant begun) throws IOException {
    assertEquals(begun, LogAge.begun(log(first + "\n2027-01-01T00:00:00Z later\n")));
    assertEquals(begun, LogAge.begun(log(first)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no time\n2020-01-01T00:00:00Z second line\n",
        "2026-13-45T10:02:22Z INFO no such day\n",
        "\u0000\u0001\n"
      })
  void elseTheFile(String text) throws IOException {
    Path log = log(text);
    Instant born = Files.readAttributes(log, BasicFileAttributes.class).creationTime().toInstant();
    assertEquals(born, LogAge.begun(log));
  }
}
