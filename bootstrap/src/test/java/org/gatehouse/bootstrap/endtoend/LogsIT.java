package org.gatehouse.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class LogsIT {
  private static final String AGED = "2001-01-01T00:00:00.000Z INFO  Serve - begun long ago\n";

  @TempDir Path folder;

  /** One good request and one refused, and what the log then says. */
  private List<String> logOfTwoRequests(String level, String file) throws Exception {
    try (JarServer server =
            JarServer.in(folder).file("a.txt", "a").options("--log-level", level).start();
        RawClient client = server.connect()) {
      assertEquals(200, client.get("/a.txt").status());
      assertEquals(404, client.get("/missing.txt").status());
      assertEquals(0, server.stop().code());
      return Files.readAllLines(server.var().resolve(file));
    }
  }

  private static boolean any(List<String> lines, String pattern) {
    return lines.stream().anyMatch(line -> line.matches(".*" + pattern + ".*"));
  }

  @Test
  void levelZeroIsTheUserLog() throws Exception {
    List<String> lines = logOfTwoRequests("0", "user.log");
    assertTrue(any(lines, " INFO .*GET /a\\.txt.* 200"), lines::toString);
    assertTrue(any(lines, " INFO .*GET /missing\\.txt.* 404"), lines::toString);
    assertTrue(any(lines, " WARN .*/missing\\.txt.* 404"), lines::toString);
    assertFalse(any(lines, " DEBUG "), lines::toString);
  }

  @Test
  void levelOneIsTheDebugLog() throws Exception {
    List<String> lines = logOfTwoRequests("1", "debug.log");
    assertTrue(any(lines, " DEBUG .*/a\\.txt"), lines::toString);
    assertTrue(
        any(
            lines,
            " DEBUG .*workers: \\d+ of \\d+ busy, \\d+ tasks queued; connections: \\d+ open"),
        lines::toString);
    assertTrue(any(lines, " INFO .*GET /a\\.txt.* 200"), lines::toString);
    assertTrue(Files.notExists(folder.resolve("var").resolve("user.log")));
  }

  @Test
  void levelTwoIsTheDevelopersLog() throws Exception {
    List<String> lines = logOfTwoRequests("2", "developer.log");
    assertEquals(1, lines.size(), lines::toString);
    assertTrue(any(lines, " WARN .*/missing\\.txt.* 404"), lines::toString);
  }

  @Test
  void anAgedLogIsCompressedAtTheStart() throws Exception {
    Path log = folder.resolve("var").resolve("user.log");
    Files.createDirectories(log.getParent());
    Files.writeString(log, AGED);
    try (JarServer server = JarServer.in(folder).start()) {
      server.stop();
    }
    assertEquals(AGED, unzipped("userlogFiles/userlogfile1.gz"));
    assertFalse(Files.readString(log).contains("begun long ago"));
    assertTrue(any(Files.readAllLines(log), " INFO "));
  }

  @Test
  void aRestartDoesNotMakeAnAgedLogYoung() throws Exception {
    Path log = folder.resolve("var").resolve("user.log");
    Files.createDirectories(log.getParent());
    Files.writeString(log, AGED);
    try (JarServer server = JarServer.in(folder).options("--log-expiry", "87600h").start()) {
      // Forty years are not enough to keep it.
      server.stop();
    }
    assertEquals(AGED, unzipped("userlogFiles/userlogfile1.gz"));
    String recent = Files.readString(log);
    try (JarServer server = JarServer.in(folder).start()) {
      server.stop();
    }
    assertTrue(Files.readString(log).startsWith(recent), "a recent log goes on");
  }

  private String unzipped(String name) throws IOException {
    Path file = folder.resolve("var").resolve(name);
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void theAccessLogInTheCombinedFormat() throws Exception {
    String line = accessLog("combined");
    assertTrue(
        line.matches(
            "127\\.0\\.0\\.1 - - \\[[^]]+] \"GET /a\\.txt\\?x HTTP/1\\.1\" 200 1"
                + " \"-\" \"evil\\\\\"agenté\\\\x09tab\"\n"),
        line);
  }

  private String accessLog(String format) throws Exception {
    Path log = folder.resolve("var").resolve("access.log");
    Files.deleteIfExists(log);
    try (JarServer server =
            JarServer.in(folder).file("a.txt", "a").options("--access-log", format).start();
        RawClient client = server.connect()) {
      assertEquals(200, client.get("/a.txt?x", "User-Agent: evil\"agent\u00e9\ttab").status());
      server.stop();
    }
    return Files.readString(log);
  }

  @Test
  void theAccessLogAsJson() throws Exception {
    String line = accessLog("json");
    assertTrue(line.startsWith("{\"time\":\""), line);
    assertTrue(
        line.contains("\"target\":\"/a.txt?x\",\"version\":\"HTTP/1.1\",\"status\":200,"), line);
    assertTrue(line.contains("\"user_agent\":\"evil\\\"agent\\u00e9\\u0009tab\"}"), line);
    assertEquals(1, line.lines().count());
  }

  @Test
  void noSecretReachesALog() throws Exception {
    try (JarServer server =
            JarServer.in(folder)
                .options("--auth", "bob:hunter2", "--access-log", "json", "--log-level", "1")
                .start();
        RawClient client = server.connect()) {
      // bob:hunter2
      String right = "Authorization: Basic Ym9iOmh1bnRlcjI=";
      assertEquals(404, client.sendHead("DELETE /none.txt", right).read().status());
      assertEquals(401, client.sendHead("DELETE /none.txt").read().status());
      server.stop();
      String logs =
          Files.readString(server.var().resolve("debug.log"))
              + Files.readString(server.var().resolve("access.log"));
      assertFalse(logs.contains("hunter2"));
      assertFalse(logs.contains("Ym9iOmh1bnRlcjI"));
      assertTrue(logs.contains("\"user\":\"bob\""));
    }
  }
}
