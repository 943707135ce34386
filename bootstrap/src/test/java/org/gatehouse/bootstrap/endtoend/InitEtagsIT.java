package org.gatehouse.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gatehouse.bootstrap.endtoend.JarServer.Ended;
import org.gatehouse.bootstrap.endtoend.JarServer.Launch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class InitEtagsIT {
  @TempDir Path folder;

  private Launch site() {
    return JarServer.in(folder)
        .file("index.html", "<p>")
        .file("docs/a, b.txt", "a")
        .file(".hidden", "h");
  }

  private Path etags() {
    return folder.resolve("var").resolve("etag.csv");
  }

  @Test
  void recordsTheTagOfEveryResourceAndPrintsHowMany() throws Exception {
    Ended ended = site().run("init-etags");
    assertEquals(List.of(), ended.err());
    assertEquals(List.of("2 entity tags recorded"), ended.out());
    assertEquals(0, ended.code());
    List<String> rows = Files.readAllLines(etags());
    assertEquals("E-Tag,resource,last modified", rows.get(0));
    assertEquals(3, rows.size());
    assertTrue(rows.stream().anyMatch(row -> row.contains(",\"/docs/a, b.txt\",")), rows::toString);
  }

  @Test
  void theTagIsTheOneThatIsServed() throws Exception {
    site().run("init-etags");
    String recorded = Files.readString(etags());
    try (JarServer server = site().start();
        RawClient client = server.connect()) {
      // What was rewritten by the second site() has another time, and so another tag.
      String served = client.get("/index.html").field("ETag").replace("\"", "");
      assertTrue(served.endsWith("-3"), served);
      server.stop();
      assertTrue(Files.readString(etags()).contains(served));
      assertEquals(3, recorded.lines().count());
    }
  }

  @Test
  void hiddenNamesToo() throws Exception {
    assertEquals(
        List.of("3 entity tags recorded"), site().options("--dotfiles").run("init-etags").out());
  }

  @Test
  void withoutARoot() throws Exception {
    Ended ended = site().options("--root", "nowhere").run("init-etags");
    assertEquals(1, ended.code());
    assertEquals(List.of("gatehouse: --root: the folder 'nowhere' does not exist"), ended.err());
  }

  @Test
  void beSideARunningServer() throws Exception {
    try (JarServer server = site().start()) {
      Ended ended = site().run("init-etags");
      assertEquals(1, ended.code());
      assertEquals(1, ended.err().size());
      assertTrue(server.isAlive());
    }
  }
}
