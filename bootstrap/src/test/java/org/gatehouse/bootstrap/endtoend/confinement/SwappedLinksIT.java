package org.gatehouse.bootstrap.endtoend.confinement;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.gatehouse.bootstrap.endtoend.JarServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody who may write in the root swaps files and folders for links to the outside, as fast as
 * he can, while clients read and write there: the race cannot be won.
 */
@Timeout(120)
class SwappedLinksIT {
  private static final int CLIENTS = 3;
  private static final int LEAST_EXCHANGES = 200;
  private static final int MOST_EXCHANGES = 2_000;
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(2);

  @TempDir private Path top;

  private final AtomicBoolean over = new AtomicBoolean();

  @Test
  void swappingAllTheTimeGainsNothing() throws Exception {
    Surroundings around = Surroundings.in(top);
    Files.writeString(around.outside().resolve("page.txt"), Surroundings.SECRET);
    ExecutorService threads = Executors.newCachedThreadPool();
    try (JarServer server =
        around.launch().file("dir/page.txt", "page").options("--cache-valid", "0s").start()) {
      Map<String, String> before = around.everything();
      Future<Integer> folders = threads.submit(() -> swapFolder(around));
      Future<Integer> files = threads.submit(() -> swapFile(around));
      List<Future<?>> clients = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        clients.add(threads.submit(client(server)));
      }
      try {
        for (Future<?> client : clients) {
          client.get();
        }
      } finally {
        over.set(true);
      }
      assertTrue(folders.get() > 0 && files.get() > 0, "there were swaps");
      assertUntouched(before, around);
    } finally {
      over.set(true);
      threads.shutdownNow();
      assertTrue(threads.awaitTermination(30, TimeUnit.SECONDS));
    }
  }

  /** Reads, writes and removes until it is enough. */
  private static Callable<Void> client(JarServer server) {
    return () -> {
      long end = System.nanoTime() + LONGEST_NANOS;
      int exchanges = 0;
      try (Conversation client = new Conversation(server)) {
        while (exchanges < LEAST_EXCHANGES
            || exchanges < MOST_EXCHANGES && System.nanoTime() < end) {
          for (String path : List.of("/dir/page.txt", "/dir/evil.txt", "/file.txt")) {
            for (String method : List.of("GET", "PUT", "HEAD", "POST", "GET", "DELETE")) {
              int status = client.status(method, path);
              assertTrue(List.of(200, 201, 403, 404, 409).contains(status), method + " " + status);
              exchanges++;
            }
          }
        }
      }
      return null;
    };
  }

  /** A folder and a link to the outside have one name in turn. */
  private int swapFolder(Surroundings around) throws IOException {
    Path dir = around.root().resolve("dir");
    Path aside = around.root().resolve("aside");
    Path link = Files.createSymbolicLink(around.root().resolve("link"), around.outside());
    int swaps = 0;
    for (; !over.get(); swaps++) {
      putAside(dir, aside);
      takeName(link, dir, swaps + "-a");
      Files.move(dir, link, ATOMIC_MOVE);
      takeName(aside, dir, swaps + "-b");
    }
    return swaps;
  }

  /**
   * A writer who made a folder while the name was free and lost the race removes it by its name,
   * and that may be ours by then, if it is empty.
   */
  private static void putAside(Path dir, Path aside) throws IOException {
    while (true) {
      try {
        Files.move(dir, aside, ATOMIC_MOVE);
        return;
      } catch (NoSuchFileException removed) {
        makeUnlessMade(dir);
      }
    }
  }

  /** Whoever wrote while the name was free has made a folder of it, which has to go. */
  private static void takeName(Path from, Path name, String round) throws IOException {
    for (int tries = 0; ; tries++) {
      try {
        Files.move(from, name, ATOMIC_MOVE);
        return;
      } catch (FileSystemException taken) {
        putMadeAside(name, name.resolveSibling("made-" + round + "-" + tries));
      }
    }
  }

  private static void makeUnlessMade(Path dir) throws IOException {
    try {
      Files.createDirectory(dir);
    } catch (FileAlreadyExistsException made) {
      return;
    }
  }

  private static void putMadeAside(Path made, Path aside) throws IOException {
    try {
      Files.move(made, aside);
    } catch (NoSuchFileException removed) {
      return;
    }
  }

  /** A file and a link to the secret take one name from each other. */
  private int swapFile(Surroundings around) throws IOException {
    Path name = around.root().resolve("file.txt");
    Path next = around.root().resolve("next.txt");
    int swaps = 0;
    for (; !over.get(); swaps++) {
      Files.createSymbolicLink(next, around.outside().resolve("secret.txt"));
      Files.move(next, name, ATOMIC_MOVE);
      Files.writeString(next, "page");
      Files.move(next, name, ATOMIC_MOVE);
    }
    return swaps;
  }

  /**
   * What was there is as it was. The JDK makes folders and links by path only, so something empty
   * may have been made there; see the threat model.
   */
  private static void assertUntouched(Map<String, String> before, Surroundings around)
      throws IOException {
    for (Map.Entry<String, String> each : before.entrySet()) {
      if (Files.isRegularFile(Path.of(each.getKey()))) {
        assertEquals(each.getValue(), around.everything().get(each.getKey()), each.getKey());
      }
    }
    try (Stream<Path> outside = Files.walk(around.outside())) {
      outside
          .filter(path -> !before.containsKey(path.toString()))
          .forEach(made -> assertEmpty(made));
    }
  }

  private static void assertEmpty(Path made) {
    assertTrue(Files.isDirectory(made) || made.toFile().length() == 0, made + " holds something");
  }
}
