package org.gatehouse.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Connections, limits and overload (contract, section 5). */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ConnectionsIT {
  @TempDir Path folder;

  private JarServer start(String... options) throws IOException {
    return JarServer.in(folder).file("a.txt", "content").options(options).start();
  }

  @Test
  void persistenceCountsDownAndEnds() throws IOException {
    try (JarServer server = start("--max-requests-per-connection", "3");
        RawClient client = server.connect()) {
      assertEquals("timeout=30, max=2", client.get("/a.txt").field("Keep-Alive"));
      assertEquals("timeout=30, max=1", client.get("/missing").field("Keep-Alive"));
      RawResponse last = client.get("/a.txt");
      assertEquals("close", last.field("Connection"));
      assertFalse(last.has("Keep-Alive"));
      assertTrue(client.awaitClose());
    }
  }

  @Test
  void http10ClosesUnlessAsked() throws IOException {
    try (JarServer server = start();
        RawClient closing = server.connect();
        RawClient staying = server.connect();
        RawClient asking = server.connect()) {
      assertEquals("close", closing.send("GET /a.txt HTTP/1.0\r\n\r\n").read().field("Connection"));
      assertTrue(closing.awaitClose());
      staying.send("GET /a.txt HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n");
      assertEquals("keep-alive", staying.read().field("Connection"));
      assertEquals(200, staying.send("GET /a.txt HTTP/1.0\r\n\r\n").read().status());
      asking.sendHead("GET /a.txt", "Connection: x, CLOSE").sendHead("GET /missing");
      assertEquals("close", asking.read().field("Connection"));
      assertTrue(asking.awaitClose(), "what follows the last request is not answered");
    }
  }

  @Test
  void silentClientsAreClosedSilently() throws IOException {
    try (JarServer server = start("--idle-timeout", "2s");
        RawClient silent = server.connect();
        RawClient idle = server.connect()) {
      assertEquals(200, idle.get("/a.txt").status());
      assertEquals(0, silent.readToEnd().length);
      assertEquals(0, idle.readToEnd().length);
    }
  }

  @Test
  void aHeadThatTakesTooLongIs408() throws IOException {
    try (JarServer server = start("--header-timeout", "100ms");
        RawClient slow = server.connect()) {
      slow.send("GET /a.txt HTTP/1.1\r\nHost: local");
      assertEquals(408, slow.read().status());
      assertTrue(slow.awaitClose());
    }
  }

  @Test
  void contentThatStallsIs408AndNothingIsKept() throws IOException {
    try (JarServer server = start("--body-timeout", "100ms");
        RawClient slow = server.connect();
        RawClient after = server.connect()) {
      RawResponse stalled = slow.sendHead("PUT /slow.txt", "Content-Length: 9").send("x").read();
      assertEquals(408, stalled.status());
      assertEquals("close", stalled.field("Connection"));
      assertTrue(slow.awaitClose());
      assertEquals(404, after.get("/slow.txt").status());
    }
  }

  @Test
  void fieldsAreLimited() throws IOException {
    try (JarServer server = start("--max-headers", "1k");
        RawClient many = server.connect();
        RawClient large = server.connect();
        RawClient fitting = server.connect()) {
      String[] fields = new String[100];
      Arrays.fill(fields, "A: b");
      assertEquals(431, many.get("/a.txt", fields).status());
      assertEquals(431, large.get("/a.txt", "A: " + "b".repeat(1024)).status());
      assertTrue(large.awaitClose());
      assertEquals(200, fitting.get("/a.txt", "A: " + "b".repeat(900)).status());
    }
  }

  @Test
  void overTheQueueThereIs503AndAWarning() throws Exception {
    try (JarServer server = start("--workers", "1", "--queue", "0")) {
      RawResponse refused = burstUntilRefused(server);
      int seconds = Integer.parseInt(refused.field("Retry-After"));
      assertTrue(seconds >= 50 && seconds <= 200, "Retry-After: " + seconds);
      assertEquals("close", refused.field("Connection"));
      assertEquals(0, server.stop().code());
      String log = Files.readString(server.var().resolve("user.log"));
      assertTrue(log.contains(" WARN "), log);
      assertTrue(log.contains("all workers are busy and --queue is full"), log);
    }
  }

  /** Several writes at a time, as often as it takes until the one worker has too many. */
  private static RawResponse burstUntilRefused(JarServer server) throws IOException {
    while (true) {
      List<RawClient> clients = new ArrayList<>();
      try {
        for (int i = 0; i < 8; i++) {
          clients.add(server.connect());
        }
        for (int i = 0; i < clients.size(); i++) {
          clients.get(i).sendHead("PUT /burst" + i + ".txt", "Content-Length: 1").send("x");
        }
        for (RawClient client : clients) {
          RawResponse response = client.read();
          if (response.status() == 503) {
            return response;
          }
        }
      } finally {
        for (RawClient client : clients) {
          client.close();
        }
      }
    }
  }

  @Test
  void overTheConnectionsThereIs503() throws IOException {
    try (JarServer server = start("--max-connections", "3")) {
      List<RawClient> inside = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        RawClient client = server.connect();
        assertEquals(200, client.get("/a.txt").status());
        inside.add(client);
      }
      try (RawClient refused = server.connect()) {
        RawResponse busy = refused.read();
        assertEquals(503, busy.status());
        int seconds = Integer.parseInt(busy.field("Retry-After"));
        assertTrue(seconds >= 50 && seconds <= 200, "Retry-After: " + seconds);
        assertTrue(refused.awaitClose());
      }
      for (RawClient client : inside) {
        assertEquals(200, client.get("/a.txt").status());
        client.close();
      }
    }
  }

  @Test
  void aThousandConnectionsAtOnceAreServed() throws IOException {
    try (JarServer server = start()) {
      List<RawClient> clients = new ArrayList<>();
      try {
        for (int i = 0; i < 1000; i++) {
          clients.add(server.connect());
        }
        for (int round = 0; round < 3; round++) {
          for (RawClient client : clients) {
            client.sendHead("GET /a.txt");
          }
          for (RawClient client : clients) {
            assertEquals("content", client.read().text());
          }
        }
      } finally {
        for (RawClient client : clients) {
          client.close();
        }
      }
    }
  }

  @Test
  void unwantedContentIsSkippedOrTheConnectionEnds() throws IOException {
    try (JarServer server = start("--writes", "off");
        RawClient little = server.connect();
        RawClient much = server.connect()) {
      assertEquals(405, little.exchange("PUT /a.txt", "x".repeat(60_000)).status());
      assertEquals(200, little.get("/a.txt").status());
      much.sendHead("PUT /a.txt", "Content-Length: 10000000").send("x".repeat(300_000));
      RawResponse refused = much.read();
      assertEquals(405, refused.status());
      assertEquals("close", refused.field("Connection"));
      assertTrue(much.awaitClose());
    }
  }

  @Test
  void tooMuchContentInChunksIs413() throws IOException {
    try (JarServer server = start("--max-body", "1k");
        RawClient client = server.connect()) {
      client.sendHead("PUT /big.txt", "Transfer-Encoding: chunked");
      client.send("400\r\n" + "x".repeat(1024) + "\r\n1\r\nx\r\n0\r\n\r\n");
      assertEquals(413, client.read().status());
      assertTrue(client.awaitClose());
      assertFalse(Files.exists(server.root().resolve("big.txt")));
    }
  }
}
