package org.gatehouse.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the profiles bring back of the smaller servers, beside what the README shows of them. */
@Timeout(120)
class ProfilesIT {
  private static final Path PROFILES = Path.of("..", "profiles").toAbsolutePath().normalize();
  private static final String CREDENTIALS = "Authorization: Basic bWU6c2VjcmV0";

  @TempDir Path folder;

  /** A launch with a profile, on a free port whatever the profile says. */
  private JarServer.Launch profile(String name) {
    return JarServer.in(folder)
        .file("test.txt", "text")
        .file("page.html", "<p>page")
        .options("@" + PROFILES.resolve(name), "--port", "0");
  }

  private static RawClient connect(JarServer server) throws IOException {
    return new RawClient("127.0.0.1", server.port());
  }

  @Test
  void classicHasSmallLimitsCookiesAndALogOfItsLevel() throws Exception {
    try (JarServer server =
            profile("classic")
                .file("new.html", "<p>new")
                .options("--auth", "me:secret", "--log-level", "2")
                .start();
        RawClient client = connect(server)) {
      RawResponse moved = client.get("/old.html?a=b");
      assertEquals(301, moved.status());
      assertEquals("<p>new", client.get(moved.field("Location")).text());
      assertEquals(404, client.get("/" + "a".repeat(49)).status());
      assertEquals(414, client.get("/" + "a".repeat(50)).status());
      assertTrue(client.get("/test.txt").field("Set-Cookie").startsWith("id="));
      assertEquals(201, client.exchange("PUT /full.txt", new byte[512_000]).status());
      assertEquals(401, client.sendHead("DELETE /full.txt").read().status());
      assertEquals(200, client.sendHead("DELETE /full.txt", CREDENTIALS).read().status());
      assertEquals(413, client.sendHead("PUT /b.txt", "Content-Length: 512001").read().status());
      assertEquals(0, server.stop().code());
      String log = Files.readString(server.var().resolve("developer.log"));
      assertTrue(log.contains("DELETE /full.txt 401"), log);
      assertFalse(log.contains("c2VjcmV0") || log.contains("secret"), log);
    }
  }

  @Test
  void classicTakesTwentyConnectionsAndNoMore() throws IOException {
    List<RawClient> clients = new ArrayList<>();
    try (JarServer server = profile("classic").start()) {
      for (int i = 0; i < 20; i++) {
        clients.add(connect(server));
        assertEquals(200, clients.get(i).get("/test.txt").status());
      }
      try (RawClient late = connect(server)) {
        RawResponse busy = late.read();
        assertEquals(503, busy.status());
        assertTrue(busy.has("Retry-After"), busy.toString());
      }
      for (RawClient client : clients) {
        assertEquals(200, client.get("/test.txt").status());
        client.close();
      }
    }
  }

  @Test
  void classicCountsItsTags() throws Exception {
    JarServer.Ended ended = profile("classic").run("init-etags");
    assertEquals(0, ended.code(), ended.toString());
    List<String> rows = Files.readAllLines(folder.resolve("var/etag.csv"));
    assertEquals("E-Tag,resource,last modified", rows.get(0));
    assertEquals(3, rows.size());
  }

  @Test
  void downloadsGivesAwayFewTypesAHundredTimes() throws Exception {
    try (JarServer server =
            profile("downloads")
                .file("a.png", "x")
                .file("a.json", "{}")
                .file("a.css", "c")
                .start();
        RawClient client = connect(server)) {
      assertEquals("timeout=30, max=99", client.get("/page.html").field("Keep-Alive"));
      assertFalse(client.get("/page.html").has("Content-Disposition"));
      assertFalse(client.get("/a.json").has("Content-Disposition"));
      assertTrue(client.get("/a.png").field("Content-Disposition").startsWith("attachment"));
      assertEquals(415, client.get("/a.css").status());
      String json = "Content-Type: application/json";
      String full = "\"" + "x".repeat(8190) + "\"";
      assertEquals(201, client.exchange("POST /upload", full, json).status());
      assertEquals(413, client.exchange("POST /upload", full + " ", json).status());
      assertEquals(403, client.get("/%2e%2e/secret").status());
      for (int left = 91; left > 0; left--) {
        assertEquals("timeout=30, max=" + left, client.get("/page.html").field("Keep-Alive"));
      }
      assertEquals("close", client.get("/page.html").field("Connection"));
      assertTrue(client.awaitClose());
    }
  }

  @Test
  void observedAnswersForAnyHostAndStopsInOrder() throws Exception {
    try (JarServer server = profile("observed").start();
        RawClient client = connect(server)) {
      client.send("GET /health HTTP/1.1\r\nHost: balancer.example\r\n\r\n");
      assertEquals(200, client.read().status());
      assertTrue(client.get("/api/hello").text().contains("\"path\":\"/api/hello\""));
      assertTrue(client.get("/metrics").text().contains("\"/api/hello\":1"));
      JarServer.Ended ended = server.stop();
      assertEquals(0, ended.code());
      assertEquals("server stopped", ended.out().get(ended.out().size() - 1));
    }
  }

  @Test
  void filedropServesManyConnectionsAtOnceAndKeepsThem() throws Exception {
    List<RawClient> clients = new ArrayList<>();
    try (JarServer server = profile("filedrop").start()) {
      for (int i = 0; i < 20; i++) {
        clients.add(connect(server));
        clients.get(i).sendHead("POST /files/file_" + i, "Content-Length: 2").send("0");
      }
      for (int i = 0; i < 20; i++) {
        assertEquals(201, clients.get(i).send("" + i % 10).read().status());
        assertEquals("0" + i % 10, clients.get(i).get("/files/file_" + i).text());
        assertEquals("abc", clients.get(i).get("/echo/abc").text());
        assertTrue(Files.exists(folder.resolve("public/file_" + i)));
        clients.get(i).close();
      }
      try (RawClient client = connect(server)) {
        assertEquals(200, client.get("/").status());
        assertEquals(404, client.get("/health").status());
        assertEquals(201, client.exchange("POST /files/file_0", "anew").status());
        assertEquals("anew", Files.readString(folder.resolve("public/file_0")));
      }
    }
  }
}
