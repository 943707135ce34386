package org.gatehouse.bootstrap.endtoend.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * What a browser takes for the temporary folder of the system, so that what it forgets goes with
 * it. Its name is short: sockets are made below it, and the path of one has at most 107 octets.
 */
final class TemporaryFolder implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long PAUSE_NANOS = 20_000_000;

  private final Path path;

  private TemporaryFolder(Path path) {
    this.path = path;
  }

  /** Makes one. */
  static TemporaryFolder make() {
    try {
      return new TemporaryFolder(Files.createTempDirectory("web"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it is. */
  Path path() {
    return path;
  }

  /**
   * Deletes it with all it holds. The last processes of a browser may still write while they end,
   * so it is tried for half a minute.
   *
   * @throws UncheckedIOException if it is still there then
   */
  @Override
  public void close() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    for (IOException left = attempt(); left != null; left = attempt()) {
      if (System.nanoTime() > end) {
        throw new UncheckedIOException("cannot delete " + path, left);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** Tries once; gives back why it is still there, or null when it is gone. */
  private IOException attempt() {
    try {
      for (Path each : deepestFirst()) {
        Files.deleteIfExists(each);
      }
      return null;
    } catch (UncheckedIOException changing) {
      return changing.getCause();
    } catch (IOException left) {
      return left;
    }
  }

  private List<Path> deepestFirst() throws IOException {
    try (Stream<Path> all = Files.walk(path)) {
      return all.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
