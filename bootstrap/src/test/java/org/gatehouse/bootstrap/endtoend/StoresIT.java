package org.gatehouse.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the stores keep (contract, section 6). */
class StoresIT {
  @TempDir Path folder;

  private JarServer.Launch server() {
    return JarServer.in(folder).file("a, \"b\".txt", "content").options("--auth", "me:secret");
  }

  @Test
  void tagsAndCookiesAreKept() throws Exception {
    String tag;
    String cookie;
    try (JarServer server = server().start();
        RawClient client = server.connect()) {
      RawResponse response = client.get("/a,%20%22b%22.txt");
      tag = response.field("ETag");
      cookie = response.field("Set-Cookie").substring(3, 39);
      client.get("/a,%20%22b%22.txt", "Cookie: id=" + cookie);
      assertEquals(0, server.stop().code());
    }
    List<String> tags = Files.readAllLines(folder.resolve("var/etag.csv"));
    assertEquals("E-Tag,resource,last modified", tags.get(0));
    assertEquals(2, tags.size(), tags.toString());
    assertTrue(tags.get(1).contains(tag.substring(1, tag.length() - 1)), tags.get(1));
    assertTrue(tags.get(1).contains("\"/a, \"\"b\"\".txt\""), tags.get(1));
    assertEquals(List.of(cookie), Files.readAllLines(folder.resolve("var/cookies.txt")));
  }

  @Test
  void malformedRowsAreSkippedWithAWarning() throws Exception {
    Path var = Files.createDirectories(folder.resolve("var"));
    Files.writeString(
        var.resolve("etag.csv"),
        """
        E-Tag,resource,last modified
        \"""1795199563003367445-3\""",/good.txt,2026-11-20T18:32:43.003367445Z
        nonsense
        \"""x\""",/bad.txt,yesterday
        \"""1795199563003367446-3\""",/better.txt,2026-11-20T18:32:43.003367446Z
        "torn""");
    Files.writeString(var.resolve("cookies.txt"), "one\ntwo\nto");
    try (JarServer server = server().start()) {
      assertEquals(0, server.stop().code());
    }
    String tags = Files.readString(var.resolve("etag.csv"));
    assertTrue(tags.contains("/good.txt") && tags.contains("/better.txt"), tags);
    assertTrue(!tags.contains("nonsense") && !tags.contains("/bad.txt"), tags);
    assertEquals(List.of("one", "two"), Files.readAllLines(var.resolve("cookies.txt")));
    String log = Files.readString(var.resolve("user.log"));
    assertTrue(log.contains("WARN") && log.contains("etag.csv"), log);
    assertTrue(log.contains("cookies.txt"), log);
  }

  @Test
  void aTagOutlivesItsFileAndTheServer() throws Exception {
    String first;
    try (JarServer server = server().start();
        RawClient client = server.connect()) {
      first = client.exchange("PUT /again.txt", "same").field("ETag");
      client.sendHead("DELETE /again.txt", "Authorization: Basic bWU6c2VjcmV0").read();
      server.stop();
    }
    try (JarServer server = server().start();
        RawClient client = server.connect()) {
      assertNotEquals(first, client.exchange("PUT /again.txt", "same").field("ETag"));
    }
  }
}
