package org.gatehouse.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gatehouse.adapter.socket.vectors.WireVector;
import org.gatehouse.adapter.socket.vectors.WireVector.Ending;
import org.gatehouse.adapter.socket.vectors.WireVectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The vector files over sockets, against the built jar: one process, a connection for each vector,
 * several at a time. Each is sent in one piece and in three; behind each stands a canary, a request
 * with a path of its own, that must be answered where the connection goes on, and where it does not
 * must leave no trace in any answer, log or metric.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class WireVectorsIT {
  private static final int CONNECTIONS = 8;
  private static final int[] PIECES = {1, 3};
  private static final List<String> THERE = List.of("a.txt", "folder/inner.txt", "index.html");
  private static final Pattern CANARY = Pattern.compile("/canary-\\d{4}");

  @TempDir static Path folder;
  private static JarServer server;
  private static ExecutorService clients;
  private static final List<List<Future<String>>> OBSERVED = new ArrayList<>();

  @BeforeAll
  static void sendAll() throws IOException {
    server =
        JarServer.in(folder)
            .file("index.html", "<p>front")
            .file("a.txt", "0123456789")
            .file("folder/inner.txt", "inner")
            .options("--redirect", "/old.html=/new.html", "--auth", "me:secret")
            .options("--access-log", "json", "--log-level", "1")
            .start();
    clients = Executors.newFixedThreadPool(CONNECTIONS);
    for (WireVector vector : vectors()) {
      List<Future<String>> ways = new ArrayList<>();
      for (int pieces : PIECES) {
        ways.add(clients.submit(() -> VectorExchange.observe(server, vector, pieces)));
      }
      OBSERVED.add(ways);
    }
  }

  @AfterAll
  static void stop() {
    clients.shutdownNow();
    server.close();
  }

  static List<WireVector> vectors() {
    return WireVectors.all();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void isAnsweredAsExpected(WireVector vector) throws Exception {
    for (Future<String> observed : OBSERVED.get(vector.number())) {
      assertEquals(VectorExchange.expected(vector), observed.get());
    }
  }

  @Test
  void noCanaryIsServedBehindAConnectionThatEnds() throws Exception {
    awaitAll();
    String metrics;
    try (RawClient client = server.connect()) {
      metrics = new String(client.get("/metrics").content());
    }
    server.stop();
    String access = Files.readString(server.var().resolve("access.log"));
    Map<String, Integer> served = new TreeMap<>();
    Map<String, Integer> expected = new TreeMap<>();
    for (Matcher found = CANARY.matcher(access); found.find(); ) {
      served.merge(found.group(), 1, Integer::sum);
    }
    for (WireVector vector : vectors()) {
      if (vector.ending() == Ending.OPEN) {
        expected.put(vector.canaryPath(), PIECES.length);
      }
    }
    assertEquals(expected, served);
    for (String elsewhere : List.of(metrics, Files.readString(server.var().resolve("debug.log")))) {
      TreeSet<String> named = new TreeSet<>();
      for (Matcher found = CANARY.matcher(elsewhere); found.find(); ) {
        named.add(found.group());
      }
      assertFalse(named.isEmpty());
      named.removeAll(expected.keySet());
      assertEquals(new TreeSet<>(), named);
    }
  }

  @Test
  void nothingThatWasRefusedIsStored() throws Exception {
    awaitAll();
    // A worker may still be about to remove what has arrived of the last.
    Patience.until("only what was there", () -> files().equals(THERE));
    assertEquals("0123456789", Files.readString(server.root().resolve("a.txt")));
  }

  private static List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(server.root())) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> server.root().relativize(file).toString())
          .filter(name -> !name.endsWith(".lock"))
          .sorted()
          .toList();
    } catch (UncheckedIOException removedMeanwhile) {
      return List.of();
    }
  }

  /** Waits for every exchange; what became of it is for the test of its vector to say. */
  private static void awaitAll() throws InterruptedException {
    clients.shutdown();
    assertTrue(clients.awaitTermination(4, TimeUnit.MINUTES));
  }
}
