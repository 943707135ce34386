package org.gatehouse.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gatehouse.bootstrap.endtoend.JarServer.Ended;
import org.gatehouse.bootstrap.endtoend.JarServer.Launch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command that looks before a start: what it prints, how it ends, and that it only looks. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class DoctorIT {
  @TempDir Path folder;

  private Launch site() {
    return JarServer.in(folder).file("index.html", "<p>").environment("LC_ALL", "C.UTF-8");
  }

  private Map<String, String> snapshot() throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        all.put(file.toString(), Files.getLastModifiedTime(file).toString());
      }
    }
    return all;
  }

  private static void assertOut(Ended ended, String words) {
    String out = String.join("\n", ended.out());
    assertTrue(out.contains(words), () -> words + " in " + out + ended.err());
  }

  @Test
  void allIsWell() throws Exception {
    Launch site = site();
    Map<String, String> before = snapshot();
    Ended ended = site.run("doctor", "--port", "0");
    assertEquals(List.of(), ended.err());
    assertOut(ended, "0 errors, 0 warnings, ");
    assertEquals(0, ended.code());
    assertEquals(before, snapshot());
  }

  @Test
  void errorsEndWithOne() throws Exception {
    Ended ended = site().options("--root", "nowhere").run("doctor", "0");
    assertEquals(1, ended.code());
    assertEquals(List.of(), ended.err());
    assertOut(ended, "error    root         --root nowhere does not exist");
  }

  @Test
  void warningsEndWithThree() throws Exception {
    Ended ended = site().run("doctor", "0", "--auth", "me:a-long-and-good-one");
    assertOut(ended, "--auth stands on the command line");
    assertEquals(3, ended.code());
    Files.writeString(folder.resolve("arguments"), "--auth me:a-long-and-good-one\n");
    assertEquals(0, site().run("doctor", "0", "@arguments").code());
  }

  @Test
  void aMistakeInTheOptionsEndsWithTwo() throws Exception {
    Ended ended = site().run("doctor", "--port", "http");
    assertEquals(2, ended.code());
    assertEquals(List.of(), ended.out());
    assertEquals(
        List.of("gatehouse: --port: 'http' is not allowed; it takes a number from 0 to 65535"),
        ended.err());
  }

  @Test
  void besideARunningServer() throws Exception {
    try (JarServer server = site().start()) {
      Map<String, String> before = snapshot();
      Ended ended = site().run("doctor", "--port", Integer.toString(server.port()));
      assertEquals(1, ended.code());
      assertOut(ended, "is in use");
      assertOut(ended, "another server works in this folder");
      Map<String, String> after = snapshot();
      // What the server itself may write meanwhile, and what the second site() did write.
      for (Map<String, String> each : List.of(before, after)) {
        each.keySet().removeIf(name -> name.contains("www") || name.endsWith(".log"));
      }
      assertEquals(before, after);
      try (RawClient client = server.connect()) {
        assertEquals(200, client.get("/health").status());
      }
    }
  }

  @Test
  void json() throws Exception {
    Ended ended = site().run("doctor", "0", "--json");
    assertEquals(1, ended.out().size());
    String line = ended.out().get(0);
    assertTrue(
        line.startsWith("{\"findings\":[{\"severity\":\"ok\",\"subject\":\"options\""), line);
    assertTrue(line.endsWith("\"warning\":0,\"error\":0}"), line);
  }

  @Test
  void fewFiles() throws Exception {
    Ended ended = site().within("sh", "-c", "ulimit -n 256; exec \"$@\"", "sh").run("doctor", "0");
    assertOut(ended, "needs more open files");
    assertEquals(3, ended.code());
  }
}
