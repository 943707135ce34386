package org.gatehouse.bootstrap.endtoend.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.gatehouse.bootstrap.endtoend.JarServer;
import org.gatehouse.bootstrap.endtoend.RawClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * After mixed traffic the server holds what it held before: descriptors, threads, heap, files. The
 * long form is an hour's worth in fast motion, {@code -Dleak.requests=5000000}.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class LeakIT {
  private static final int CLIENTS = 8;
  private static final long REQUESTS = Long.getLong("leak.requests", 100_000);
  private static final long WARM_UP = 50_000;
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  /** What caches and counters may have come to hold since; less than a few octets a request. */
  private static final long SLACK = 2 << 20;

  @TempDir Path folder;

  @Test
  void nothingIsHeldAfterMixedTraffic() throws Exception {
    assumeTrue(Inspection.isPossible(), "this system does not tell what a process holds");
    JarServer.Launch launch =
        JarServer.in(folder)
            .file("a.txt", "content")
            .file("text.txt", "compressible ".repeat(1000))
            .file("large.txt", "0123456789abcdef".repeat(1 << 18))
            .options("--auth", "user:password", "--sync", "never", "--auth-backoff", "off");
    try (JarServer server = launch.start()) {
      Inspection inspection = new Inspection(server);
      traffic(server, WARM_UP);
      long heap = inspection.liveHeap();
      List<String> held = heldWhenQuiet(server, inspection);

      traffic(server, REQUESTS);

      awaitNoMoreThan(held, server, inspection);
      long grown = inspection.liveHeap() - heap;
      System.out.printf(
          "%d requests: heap %d, grown by %d; %d descriptors, threads and files%n",
          REQUESTS, heap, grown, held.size());
      assertTrue(grown <= SLACK, grown + " octets more heap than before");
      assertEquals(0, server.stop().code());
    }
  }

  private static void traffic(JarServer server, long requests) throws Exception {
    AtomicLong left = new AtomicLong(requests);
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        running.add(clients.submit(new MixedTraffic(server, left, i)));
      }
      for (Future<?> client : running) {
        client.get();
      }
    } finally {
      clients.shutdownNow();
    }
  }

  /**
   * Waits for what is let go of a moment after the server says that nobody is there: the selector
   * closes the socket of a connection only with its next round.
   */
  private void awaitNoMoreThan(List<String> before, JarServer server, Inspection inspection)
      throws IOException {
    long end = System.nanoTime() + PATIENCE;
    List<String> more = beyond(before, heldWhenQuiet(server, inspection));
    while (!more.isEmpty()) {
      assertTrue(System.nanoTime() < end, "held beyond what was held before: " + more);
      more = beyond(before, heldWhenQuiet(server, inspection));
    }
  }

  private static List<String> beyond(List<String> before, List<String> now) {
    List<String> more = new ArrayList<>(now);
    before.forEach(more::remove);
    return more;
  }

  /** What is held while nobody is there but the one who asks, and no worker is busy. */
  private List<String> heldWhenQuiet(JarServer server, Inspection inspection) throws IOException {
    long end = System.nanoTime() + PATIENCE;
    while (true) {
      try (RawClient observer = server.connect()) {
        String metrics = observer.get("/metrics").text();
        if (metrics.contains("\"open\":1,") && metrics.contains("\"active_workers\":0,")) {
          return held(inspection);
        }
        assertTrue(System.nanoTime() < end, "somebody is still there: " + metrics);
      }
    }
  }

  /** Its descriptors, its threads and its files, each as often as it is there. */
  private List<String> held(Inspection inspection) throws IOException {
    List<String> held = new ArrayList<>(inspection.descriptors());
    held.addAll(inspection.threads());
    Path root = folder.resolve("www");
    for (Path each : List.of(root, root.resolve(".gatehouse-staging"))) {
      try (Stream<Path> files = Files.list(each)) {
        files.map(Path::toString).forEach(held::add);
      }
    }
    return held;
  }
}
