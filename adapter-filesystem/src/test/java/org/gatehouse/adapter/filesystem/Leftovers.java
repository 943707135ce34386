package org.gatehouse.adapter.filesystem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Looks for what a repository should not leave behind. */
final class Leftovers {
  private Leftovers() {}

  /** Closes a repository and asserts that it leaves no open file, no lock and no staged content. */
  static void assertNone(Path root, FileResourceRepository files) {
    assertEquals(0, files.openCount(), "open slices");
    assertEquals(0, files.lockCount(), "locked paths");
    files.close();
    assertEquals(List.of(), staged(root));
  }

  /** Everything in any staging folder, and these folders themselves. */
  static List<String> staged(Path root) {
    try (Stream<Path> all = Files.walk(root)) {
      return all.map(path -> root.relativize(path).toString())
          .filter(path -> path.contains(Names.STAGING))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
