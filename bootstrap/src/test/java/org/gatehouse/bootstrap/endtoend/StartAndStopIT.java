package org.gatehouse.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.bootstrap.endtoend.JarServer.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGTERM to send")
class StartAndStopIT {
  @TempDir Path folder;

  @Test
  void theBannerAndNothingElseIsPrinted() throws Exception {
    try (JarServer server = JarServer.in(folder).start()) {
      Ended ended = server.stop();
      assertEquals(
          List.of(
              "Address : http://127.0.0.1:" + server.port(),
              "Serving : " + server.root(),
              "Writes  : open, DELETE refused until credentials are set (--auth)",
              "Metrics : http://127.0.0.1:" + server.port() + "/metrics",
              "server stopped"),
          ended.out());
      assertEquals(List.of(), ended.err());
      assertEquals(0, ended.code());
    }
  }

  @Test
  void theHeapThatNoStartHasUsedIsGivenBack() throws Exception {
    JarServer.Launch launch =
        JarServer.in(folder)
            .jvm("-XX:+UseG1GC", "-XX:InitialHeapSize=512m", "-Xlog:gc:stdout:none");
    try (JarServer server = launch.start()) {
      String told = server.awaitOutput("GC(");
      while (!told.contains("Pause Full (System.gc())")) {
        told = server.awaitOutput("GC(");
      }
      Matcher heap = Pattern.compile("\\((\\d+)M\\)").matcher(told);
      assertTrue(heap.find() && Integer.parseInt(heap.group(1)) < 128, told);
    }
  }

  @Test
  void controlCEndsItWithZeroAsWell() throws Exception {
    assumeFalse(
        JarServer.ignoresInterrupts(), "a process started in the background ignores SIGINT");
    try (JarServer server = JarServer.in(folder).start()) {
      server.interrupt();
      Ended ended = server.awaitEnd();
      assertEquals(0, ended.code());
      assertEquals("server stopped", ended.out().get(ended.out().size() - 1));
    }
  }

  @Test
  void idleConnectionsAreClosedAtOnceAndStoresAreFlushed() throws Exception {
    try (JarServer server = JarServer.in(folder).file("a.txt", "a").start();
        RawClient idle = server.connect();
        RawClient kept = server.connect()) {
      String cookie = kept.get("/a.txt").field("Set-Cookie");
      server.terminate();
      assertTrue(idle.awaitClose());
      assertTrue(kept.awaitClose());
      assertEquals(0, server.awaitEnd().code());
      String id = cookie.substring("id=".length(), cookie.indexOf(';'));
      assertEquals(List.of(id), Files.readAllLines(server.var().resolve("cookies.txt")));
      String etags = Files.readString(server.var().resolve("etag.csv"));
      assertTrue(etags.startsWith("E-Tag,resource,last modified"), etags);
      assertTrue(etags.contains(",/a.txt,"), etags);
    }
  }

  @Test
  void whatIsInFlightIsAnsweredAndThenTheConnectionCloses() throws Exception {
    byte[] content = "0123456789".getBytes();
    try (JarServer server = JarServer.in(folder).start();
        RawClient client = server.connect()) {
      client.sendHead("PUT /slow.txt", "Content-Length: 10", "Expect: 100-continue");
      assertEquals(100, client.read().status());
      server.terminate();
      // The listener is closed when the drain has begun.
      awaitRefusal(server);
      client.send(content);
      RawResponse response = client.read();
      assertEquals(201, response.status());
      assertEquals("close", response.field("Connection"));
      assertTrue(client.awaitClose());
      assertEquals(0, server.awaitEnd().code());
      assertArrayEquals(content, Files.readAllBytes(server.root().resolve("slow.txt")));
    }
  }

  private static void awaitRefusal(JarServer server) {
    while (true) {
      try (RawClient client = server.connect()) {
        client.awaitClose();
      } catch (IOException refused) {
        return;
      }
    }
  }

  @Test
  void whenTheTimeRunsOutItWarnsAndStillEndsWithZero() throws Exception {
    try (JarServer server = JarServer.in(folder).options("--shutdown-timeout", "100ms").start();
        RawClient client = server.connect()) {
      client.sendHead("PUT /never.txt", "Content-Length: 10", "Expect: 100-continue");
      assertEquals(100, client.read().status());
      Ended ended = server.stop();
      assertEquals(0, ended.code());
      assertEquals(
          List.of("gatehouse: requests in flight were cut off after 100 ms (--shutdown-timeout)"),
          ended.err());
      assertEquals("server stopped", ended.out().get(ended.out().size() - 1));
      assertFalse(Files.exists(server.root().resolve("never.txt")));
    }
  }

  @Test
  void whileItDrainsItServesOnAndHealthSays503() throws Exception {
    try (JarServer server =
            JarServer.in(folder).file("a.txt", "a").options("--drain-delay", "1h").start();
        RawClient kept = server.connect()) {
      assertEquals("keep-alive", persistence(kept.get("/health")));
      server.terminate();
      while (ask(server, "/health/ready").status() != 503) {
        assertTrue(server.isAlive());
      }
      assertEquals(503, ask(server, "/health").status());
      assertEquals(200, ask(server, "/a.txt").status());
      // An idle connection stays, and its next request is told to look for another server.
      RawResponse last = kept.get("/a.txt");
      assertEquals(200, last.status());
      assertEquals("close", persistence(last));
      assertTrue(kept.awaitClose());
    }
  }

  private static RawResponse ask(JarServer server, String target) throws IOException {
    try (RawClient client = server.connect()) {
      return client.get(target);
    }
  }

  private static String persistence(RawResponse response) {
    return response.has("Keep-Alive") ? "keep-alive" : response.field("Connection");
  }

  @Test
  void aServerThatWasKilledStartsAgain() throws Exception {
    try (JarServer server = JarServer.in(folder).file("a.txt", "a").start();
        RawClient client = server.connect()) {
      assertEquals(201, client.exchange("PUT /b.txt", "b").status());
      server.kill();
    }
    try (JarServer server = JarServer.in(folder).start();
        RawClient client = server.connect()) {
      assertEquals("b", client.get("/b.txt").text());
      assertEquals(List.of(), server.stop().err());
    }
  }
}
