package org.gatehouse.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a connection lasts, told by Connection and Keep-Alive (RFC 9112 §9.3). */
class PersistenceIT {
  @TempDir Path folder;
  private JarServer server;
  private RawClient client;

  @BeforeEach
  void start() throws IOException {
    server =
        JarServer.in(folder)
            .file("a.txt", "content")
            .options("--max-requests-per-connection", "7", "--idle-timeout", "45s")
            .start();
    client = server.connect();
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    server.close();
  }

  private static void assertLeft(int left, RawResponse response) {
    assertEquals("timeout=45, max=" + left, response.field("Keep-Alive"), response.toString());
    assertFalse(response.field("Connection").contains("close"));
  }

  private void assertWasLast(RawResponse response) throws IOException {
    assertEquals(List.of("close"), response.fields("Connection"));
    assertFalse(response.has("Keep-Alive"));
    assertTrue(client.awaitClose());
  }

  @Test
  void everyKindOfResponseCounts() throws IOException {
    RawResponse first = client.get("/a.txt");
    assertLeft(6, first);
    assertLeft(5, client.head("/a.txt"));
    assertLeft(4, client.get("/a.txt", "If-None-Match: " + first.field("ETag")));
    assertLeft(3, client.sendHead("OPTIONS *").read());
    assertLeft(2, client.get("/missing"));
    assertLeft(1, client.exchange("PATCH /a.txt", "unwanted"));
    assertWasLast(client.exchange("PUT /b.txt", "x"));
  }

  @Test
  void whatIsPipelinedBeyondTheLastIsNotAnswered() throws IOException {
    String get = "GET /a.txt HTTP/1.1\r\nHost: " + client.host() + "\r\n\r\n";
    client.send(get.repeat(9));
    for (int left = 6; left > 0; left--) {
      assertLeft(left, client.read());
    }
    assertWasLast(client.read());
  }

  @Test
  void oldClientsCountTooWhereTheyAskToStay() throws IOException {
    String get = "GET /a.txt HTTP/1.0\r\n";
    for (int left = 6; left > 0; left--) {
      RawResponse response = client.send(get + "Connection: keep-alive\r\n\r\n").read();
      assertEquals(List.of("keep-alive"), response.fields("Connection"));
      assertLeft(left, response);
    }
    assertWasLast(client.send(get + "Connection: keep-alive\r\n\r\n").read());
  }

  @Test
  void closeBeatsKeepAlive() throws IOException {
    assertWasLast(client.get("/a.txt", "Connection: keep-alive, close"));
  }

  @Test
  void anOldClientMaySayKeepAliveAmongOthersAndInAnyCase() throws IOException {
    client.send("GET /a.txt HTTP/1.0\r\nConnection: x-y\r\nConnection: z, KEEP-alive\r\n\r\n");
    assertLeft(6, client.read());
    assertWasLast(client.send("GET /a.txt HTTP/1.0\r\nKeep-Alive: max=9\r\n\r\n").read());
  }
}
