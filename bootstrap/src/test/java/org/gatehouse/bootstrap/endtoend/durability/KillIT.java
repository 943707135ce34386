package org.gatehouse.bootstrap.endtoend.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.gatehouse.bootstrap.endtoend.JarServer;
import org.gatehouse.bootstrap.endtoend.RawClient;
import org.gatehouse.bootstrap.endtoend.RawResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Servers are killed by SIGKILL, one after another on the same folders, while eight clients write.
 * Then all that was acknowledged is there, and nothing is there in part.
 *
 * <p>The system keeps what a killed process has written, flushed or not: that writes are flushed
 * before they are acknowledged is shown by {@code SystemCallTest} of the file system's adapter.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class KillIT {
  private static final int CLIENTS = 8;

  /** How many servers are killed. */
  private static final int ROUNDS = Integer.getInteger("kill.rounds", 4);

  /** What the clients write, and how much of it before the kill. */
  private static final long SEED = Long.getLong("kill.seed", new Random().nextLong());

  /** How many writes are answered before a kill, at most; in the first round so many are. */
  private static final int MOST_WRITES = 200;

  private static final Set<String> KINDS =
      Set.of("put new", "put", "delete", "post", "post to a folder", "form", "files", "upload");

  private static final String STAGING = ".gatehouse-staging";
  // Whoever brings a cookie gets none.
  private static final String COOKIE = "Cookie: id=reader";

  @TempDir Path folder;
  private Path root;
  private StoreFiles stores;
  private final Journal journal = new Journal();
  private final Traces traces = new Traces();
  private final Random random = new Random(SEED);
  private volatile boolean killed;

  @BeforeEach
  void locate() {
    root = folder.resolve("www");
    stores = new StoreFiles(folder.resolve("var"));
  }

  private JarServer start() throws IOException {
    return JarServer.in(folder)
        .options("--auth", "me:secret", "--max-requests-per-connection", "1000000")
        .options("--unknown-types", "octet-stream")
        .start();
  }

  @Test
  void whatWasAcknowledgedSurvivesAndNothingIsTorn() throws Exception {
    int round = 0;
    try {
      for (; round < ROUNDS; round++) {
        killed = false;
        try (JarServer server = start()) {
          checkStarted(server);
          writeUntilKilled(server, "round-" + round);
        }
        checkKilled();
        discard("round-" + (round - 2));
      }
      try (JarServer server = start()) {
        checkStarted(server);
        assertEquals(0, server.stop().code());
      }
      stores.checkLog();
      assertEquals(KINDS, journal.acknowledged().keySet(), "kinds of writes");
      assertTrue(stores.idCount() > 0, "ids are kept");
    } catch (AssertionError wrong) {
      throw new AssertionError("round " + round + " of -Dkill.seed=" + SEED, wrong);
    }
  }

  private void writeUntilKilled(JarServer server, String fresh) throws Exception {
    int writes = fresh.equals("round-0") ? MOST_WRITES : 1 + random.nextInt(MOST_WRITES);
    traces.begin();
    Semaphore answered = new Semaphore(0);
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<?>> ends = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        String name = "client" + i;
        Random own = new Random(random.nextLong());
        ends.add(clients.submit(() -> write(server, name, fresh, own, answered)));
      }
      boolean enough = answered.tryAcquire(writes, 3, TimeUnit.MINUTES);
      // Not at the moment of an answer, but at any.
      LockSupport.parkNanos(random.nextInt(50_000_000));
      killed = true;
      server.kill();
      for (Future<?> end : ends) {
        end.get();
      }
      assertTrue(enough, "there were " + writes + " answers");
    } finally {
      clients.shutdownNow();
    }
  }

  private void write(JarServer server, String name, String fresh, Random own, Semaphore answered) {
    try (RawClient client = server.connect()) {
      new Writer(client, name, fresh, journal, traces, own).write(answered::release);
    } catch (IOException broken) {
      if (!killed) {
        journal.wrong(name + " was cut off: " + broken);
      }
    } finally {
      // Nobody need wait for this client any more.
      answered.release(MOST_WRITES);
    }
  }

  private void checkKilled() throws IOException {
    stores.checkKilled(traces);
    assertTrue(Files.exists(root.resolve(STAGING)), "the killed server has left something");
  }

  private void checkStarted(JarServer server) throws IOException {
    stores.checkStarted();
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.filter(path -> !Files.isDirectory(path)).toList()) {
        found.put("/" + root.relativize(path), Content.digest(Files.readAllBytes(path)));
      }
    }
    assertNone(journal.settle(found));
    assertFalse(Files.exists(root.resolve(STAGING)), "and nothing is left of that");
    assertFalse(Files.exists(root.resolve("files").resolve(STAGING)));
    try (RawClient client = server.connect()) {
      for (Map.Entry<String, String> file : found.entrySet()) {
        checkServed(client, file.getKey(), file.getValue());
      }
      assertEquals(404, client.get("/" + STAGING + "/", COOKIE).status());
    }
    assertNone(journal.settle(found));
  }

  private static void assertNone(List<String> wrong) {
    assertTrue(wrong.isEmpty(), wrong.size() + ": " + wrong.stream().limit(5).toList());
  }

  private void checkServed(RawClient client, String path, String digest) throws IOException {
    RawResponse served = client.get(path, COOKIE);
    assertEquals(200, served.status(), path);
    assertEquals(digest, Content.digest(served.content()), path);
    journal.saw(path, served.field("ETag"), digest);
  }

  /** Older files have survived two servers; they would only make each round longer. */
  private void discard(String folder) throws IOException {
    Path old = root.resolve(folder);
    if (Files.exists(old)) {
      journal.forget("/" + folder + "/");
      try (Stream<Path> all = Files.walk(old)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
