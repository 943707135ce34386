package org.gatehouse.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The main job: files are read, written and deleted over connections that persist. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class FirstExchangesIT {
  // bob:secret
  private static final String CREDENTIALS = "Authorization: Basic Ym9iOnNlY3JldA==";

  @TempDir static Path folder;
  private JarServer server;
  private RawClient client;

  @BeforeEach
  void start() throws Exception {
    server =
        JarServer.in(folder)
            .file("index.html", "<p>hello</p>")
            .file("a.txt", "0123456789")
            .environment("HTTP_AUTH_USER", "bob")
            .environment("HTTP_AUTH_PASS", "secret")
            .start();
    client = server.connect();
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    server.close();
  }

  @Test
  void readsOverOneConnection() throws Exception {
    RawResponse index = client.get("/");
    assertEquals(200, index.status());
    assertEquals("<p>hello</p>", index.text());
    assertEquals("text/html; charset=utf-8", index.field("Content-Type"));
    assertEquals("timeout=30, max=999", index.field("Keep-Alive"));
    RawResponse head = client.head("/a.txt");
    assertEquals("10", head.field("Content-Length"));
    assertEquals("timeout=30, max=998", head.field("Keep-Alive"));
    assertEquals("234", client.get("/a.txt", "Range: bytes=2-4").text());
    assertEquals(304, client.get("/a.txt", "If-None-Match: " + head.field("ETag")).status());
    assertEquals(404, client.get("/missing.txt").status());
    RawResponse last = client.get("/a.txt", "Connection: close");
    assertEquals("close", last.field("Connection"));
    assertTrue(client.awaitClose());
  }

  @Test
  void pipelinedRequestsAreAnsweredInOrder() throws Exception {
    client
        .sendHead("GET /a.txt", "Range: bytes=0-0")
        .sendHead("HEAD /a.txt")
        .sendHead("GET /a.txt", "Range: bytes=9-9");
    assertEquals("0", client.read().text());
    assertEquals(200, client.readHead().status());
    assertEquals("9", client.read().text());
  }

  @Test
  void writesReplacesAndDeletes() throws Exception {
    byte[] content = new byte[300_000];
    new Random(1).nextBytes(content);
    RawResponse created = client.exchange("PUT /new/file.bin", content);
    assertEquals(201, created.status());
    assertEquals("/new/file.bin", created.field("Location"));
    assertArrayEquals(content, Files.readAllBytes(server.root().resolve("new/file.bin")));
    RawResponse read = client.get("/new/file.bin");
    assertArrayEquals(content, read.content());
    assertEquals(created.field("ETag"), read.field("ETag"));
    assertEquals(200, client.exchange("PUT /new/file.bin", "short").status());
    assertEquals("short", client.get("/new/file.bin").text());
    assertEquals(401, client.sendHead("DELETE /new/file.bin").read().status());
    assertEquals(200, client.sendHead("DELETE /new/file.bin", CREDENTIALS).read().status());
    assertEquals(404, client.get("/new/file.bin").status());
    assertFalse(Files.exists(server.root().resolve("new/file.bin")));
  }

  @Test
  void postsBesideWhatIsThere() throws Exception {
    RawResponse first = client.exchange("POST /note.txt", "one");
    assertEquals("/note.txt", first.field("Location"));
    RawResponse second = client.exchange("POST /note.txt", "two");
    assertEquals(201, second.status());
    assertEquals("/note(1).txt", second.field("Location").replace("%28", "(").replace("%29", ")"));
    assertEquals("one", client.get("/note.txt").text());
    assertEquals("two", client.get(second.field("Location")).text());
  }

  @Test
  void takesChunkedContent() throws Exception {
    client
        .sendHead("PUT /chunked.txt", "Transfer-Encoding: chunked")
        .send("3\r\nabc\r\n")
        .send("4;x=y\r\ndefg\r\n0\r\nTrailer: t\r\n\r\n");
    assertEquals(201, client.read().status());
    assertEquals("abcdefg", client.get("/chunked.txt").text());
  }

  @Test
  void refusesWhatIsNoRequestAndCloses() throws Exception {
    client.send("GET /a.txt HTTP/1.1\nHost: localhost\n\n");
    RawResponse refusal = client.read();
    assertEquals(400, refusal.status());
    assertEquals("close", refusal.field("Connection"));
    assertTrue(client.awaitClose());
  }

  @Test
  void anOldClientIsAnsweredAndLeft() throws Exception {
    client.send("GET /a.txt HTTP/1.0\r\n\r\n");
    RawResponse response = client.read();
    assertEquals(200, response.status());
    assertEquals("0123456789", response.text());
    assertTrue(client.awaitClose());
  }
}
