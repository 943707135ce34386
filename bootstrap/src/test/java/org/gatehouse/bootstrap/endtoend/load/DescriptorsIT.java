package org.gatehouse.bootstrap.endtoend.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gatehouse.bootstrap.endtoend.JarServer;
import org.gatehouse.bootstrap.endtoend.RawClient;
import org.gatehouse.bootstrap.endtoend.RawResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** File descriptors run out, and nothing else does. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class DescriptorsIT {
  private static final String REFUSED = "a connection cannot be accepted";

  @TempDir Path folder;

  @BeforeEach
  void onlyWhereDescriptorsAreCounted() {
    assumeTrue(Inspection.isPossible(), "this system does not tell what a process holds");
  }

  @Test
  void connectionsLeaveDescriptorsForFiles() throws Exception {
    JarServer.Launch launch =
        JarServer.in(folder)
            .within("bash", "-c", "ulimit -n 256 && exec \"$@\"", "--")
            .options("--cache-valid", "0s", "--workers", "10");
    for (int i = 0; i < 20; i++) {
      launch.file("file" + i + ".txt", "content");
    }
    try (JarServer server = launch.start();
        Crowd crowd = Crowd.of(300, server, client -> {})) {
      int[] served = new int[1];
      crowd.each(
          client -> {
            RawResponse response = client.get("/file" + served[0] % 20 + ".txt");
            if (response.status() == 200) {
              served[0]++;
            } else {
              assertEquals(503, response.status());
            }
          });
      assertEquals(120, served[0], "connections that were let in");
      server.terminate();
      assertEquals(
          "gatehouse: --max-connections: no more than 120 are let in, since this process may not"
              + " open more files (ulimit -n)",
          server.awaitEnd().err().get(0));
    }
  }

  @Test
  void whereNoneIsLeftTheServerGoesOnAndRecovers() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/prlimit")), "needs prlimit of util-linux");
    long start = System.nanoTime();
    try (JarServer server =
            JarServer.in(folder)
                .file("a.txt", "content")
                .file("b.txt", "other")
                // So that the first record is of this want, and its writer can open nothing.
                .options("--log-level", "2")
                .start();
        RawClient inside = server.connect()) {
      assertEquals(200, inside.get("/a.txt").status());
      String usual = limit(server);
      setLimit(server, "3" + usual.substring(usual.indexOf(':')));
      try (RawClient waiting = server.connect()) {
        waiting.sendHead("GET /a.txt");
        awaitLog(REFUSED);
        RawResponse unread = inside.get("/b.txt");
        assertEquals(503, unread.status());
        assertTrue(unread.has("Retry-After"));
        assertEquals(200, inside.get("/echo/still-here").status());
        setLimit(server, usual);
        assertEquals("content", waiting.read().text());
        assertEquals("other", inside.get("/b.txt").text());
      }
      assertEquals(0, server.stop().code());
    }
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    long warnings = log().lines().filter(line -> line.contains(REFUSED)).count();
    assertTrue(warnings <= seconds + 1, warnings + " warnings in " + seconds + " s");
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("var/developer.log"));
  }

  private void awaitLog(String words) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!log().contains(words)) {
      assertTrue(System.nanoTime() < end, "not in the log: " + words);
      Thread.onSpinWait();
    }
  }

  /** The soft and the hard limit, as prlimit writes and takes them. */
  private static String limit(JarServer server) throws Exception {
    return prlimit(server, "--nofile", "--noheadings", "--output", "SOFT,HARD")
        .strip()
        .replaceAll("\\s+", ":");
  }

  private static void setLimit(JarServer server, String limit) throws Exception {
    prlimit(server, "--nofile=" + limit);
  }

  private static String prlimit(JarServer server, String... arguments) throws Exception {
    List<String> line = new ArrayList<>(List.of("prlimit"));
    line.addAll(List.of("--pid", Long.toString(server.pid())));
    line.addAll(List.of(arguments));
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    assertEquals(0, process.waitFor(), said);
    return said;
  }
}
