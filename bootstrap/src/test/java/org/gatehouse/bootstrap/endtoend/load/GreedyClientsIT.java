package org.gatehouse.bootstrap.endtoend.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gatehouse.bootstrap.endtoend.JarServer;
import org.gatehouse.bootstrap.endtoend.Patience;
import org.gatehouse.bootstrap.endtoend.RawClient;
import org.gatehouse.bootstrap.endtoend.RawResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Slow and greedy clients cost the others nothing that they notice. With {@code
 * -Dgreedy.seconds=60} Debian's slowhttptest does what the thousand connections here do, and with
 * {@code -Dgreedy.idle=10000} ten thousand connections are idle.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class GreedyClientsIT {
  private static final int MANY = 1000;
  private static final int WINDOW = 1000;
  private static final int SECONDS = Integer.getInteger("greedy.seconds", 0);
  private static final int IDLE = Integer.getInteger("greedy.idle", 2000);

  @TempDir Path folder;

  private JarServer.Launch launch() {
    return JarServer.in(folder)
        .file("a.txt", "content")
        .file("large.txt", "0123456789abcdef".repeat(1 << 18));
  }

  @ParameterizedTest
  @EnumSource(Greed.class)
  void aNormalClientIsServedAmongAThousandSlowOnes(Greed greed) throws Exception {
    try (JarServer server = launch().start()) {
      NormalClient normal = new NormalClient(server);
      normal.ask(500);
      try (Crowd slow = Crowd.of(MANY, server, greed::begin)) {
        for (int round = 0; round < 3; round++) {
          slow.each(greed::goOn);
          normal.ask(100);
        }
        normal.write();
      }
      normal.ask(100);
      assertEquals(0, server.stop().code());
    }
  }

  @ParameterizedTest
  @EnumSource(Greed.class)
  void aNormalClientIsServedDuringSlowhttptest(Greed greed) throws Exception {
    assumeTrue(SECONDS > 0, "only with -Dgreedy.seconds");
    try (JarServer server = launch().start()) {
      NormalClient normal = new NormalClient(server);
      normal.ask(20_000);
      long unloaded = normal.ask(5000);
      List<Long> medians = new ArrayList<>();
      try (SlowHttpTest slow = SlowHttpTest.start(greed, server, SECONDS)) {
        while (slow.isRunning()) {
          medians.add(normal.ask(WINDOW));
          normal.write();
        }
        System.out.println(slow.report());
      }
      Collections.sort(medians);
      System.out.printf(
          "%s: %d requests of a normal client, none failed; median %d µs unloaded, %d µs loaded"
              + " (%d µs in the worst of its thousands)%n",
          greed,
          medians.size() * WINDOW,
          unloaded,
          medians.get(medians.size() / 2),
          medians.get(medians.size() - 1));
    }
  }

  @Test
  void anIdleConnectionCostsLittle() throws Exception {
    assumeTrue(Inspection.isPossible(), "this system does not tell what a process holds");
    try (JarServer server =
        launch().options("--max-connections", "12000", "--idle-timeout", "5m").start()) {
      Inspection inspection = new Inspection(server);
      new NormalClient(server).ask(1000);
      long before = inspection.liveHeap();
      Crowd.Act visit = client -> assertEquals(200, client.get("/a.txt").status());
      try (Crowd idle = Crowd.of(IDLE, server, visit)) {
        long each = (inspection.liveHeap() - before) / IDLE;
        System.out.printf("%d idle connections: %d octets of heap each%n", IDLE, each);
        assertTrue(each <= 2048, each + " octets of heap for each idle connection");
        assertEquals(IDLE, idle.each(visit), "each is still served");
      }
    }
  }

  @Test
  void aFloodOverTheConnectionsIsRefusedAndTheServerRecoversAtOnce() throws Exception {
    try (JarServer server = launch().options("--max-connections", "50").start()) {
      NormalClient normal = new NormalClient(server);
      try (Crowd inside = Crowd.of(50, server, client -> client.get("/a.txt"));
          Crowd flood = Crowd.of(MANY, server, client -> {})) {
        assertEquals(50, inside.each(client -> assertOk(client.get("/a.txt"))));
        // Some are told, the others are dropped; nobody is served, and nobody is kept waiting.
        int[] told = new int[1];
        flood.each(
            client -> {
              assertEquals(503, client.read().status());
              told[0]++;
            });
        assertTrue(told[0] > 0, "some are told");
        assertEquals(50, inside.each(client -> assertOk(client.get("/a.txt"))));
      }
      awaitPlace(server);
      normal.write();
    }
  }

  private static void assertOk(RawResponse response) {
    assertEquals(200, response.status());
  }

  /** Those who broke their connections have a place until their loop has seen it. */
  private static void awaitPlace(JarServer server) throws Exception {
    Patience.until("there is a place", () -> isServed(server));
  }

  private static boolean isServed(JarServer server) {
    try (RawClient client = server.connect()) {
      return client.get("/a.txt").status() == 200;
    } catch (IOException dropped) {
      return false;
    }
  }

  @Test
  void slowClientsDoNotFillASmallHeap() throws Exception {
    try (JarServer server = launch().jvm("-Xmx32m").start()) {
      NormalClient normal = new NormalClient(server);
      normal.ask(100);
      String field = "X-Padding: " + "x".repeat(30_000) + "\r\n";
      Crowd.Act beginning = client -> client.send("GET / HTTP/1.1\r\n").send(field);
      try (Crowd slow = Crowd.of(3 * MANY, server, beginning)) {
        normal.ask(100);
        slow.each(Greed.HEADS::goOn);
        normal.ask(100);
      }
      normal.ask(100);
      try (RawClient client = server.connect()) {
        assertFalse(client.get("/metrics").text().contains("\"shed_requests\":0"));
      }
      assertEquals(0, server.stop().code());
    }
    String log = Files.readString(folder.resolve("var/user.log"));
    assertFalse(log.contains("OutOfMemoryError"), log);
    assertTrue(log.contains("send or read slowly hold too much memory"), log);
  }

  @Test
  void echoesThatNobodyReadsDoNotFillASmallHeap() throws Exception {
    byte[] content = new byte[1 << 20];
    try (JarServer server = launch().jvm("-Xmx64m").start()) {
      NormalClient normal = new NormalClient(server);
      Crowd.Act echo = client -> client.sendHead("POST /echo", "Content-Length: " + content.length);
      try (Crowd deaf = Crowd.of(100, server, echo)) {
        deaf.each(client -> client.send(content));
        normal.ask(100);
      }
      normal.write();
      assertEquals(0, server.stop().code());
    }
    assertFalse(Files.readString(folder.resolve("var/user.log")).contains("OutOfMemoryError"));
  }
}
