package org.gatehouse.adapter.filesystem;

import static org.gatehouse.adapter.filesystem.Repositories.ALWAYS;
import static org.gatehouse.adapter.filesystem.Repositories.create;
import static org.gatehouse.adapter.filesystem.Repositories.found;
import static org.gatehouse.adapter.filesystem.Repositories.path;
import static org.gatehouse.adapter.filesystem.Repositories.put;
import static org.gatehouse.adapter.filesystem.Repositories.read;
import static org.gatehouse.adapter.filesystem.Repositories.remove;
import static org.gatehouse.adapter.filesystem.Repositories.staged;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatehouse.application.port.out.Obstacle;
import org.gatehouse.application.port.out.Upload;
import org.gatehouse.application.port.out.WriteOutcome;
import org.gatehouse.application.port.out.WriteOutcome.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real file system that takes A for a: the one of the temporary folder, or of the folder that
 * {@code -Dgatehouse.folding=…} names. Skipped where neither does; {@link SpellingTest} plays one.
 */
class FoldingSystemTest {
  private static final WriteOutcome UNSTORABLE = WriteOutcome.hindered(Obstacle.UNSTORABLE);

  @TempDir private Path temp;
  private Path root;
  private FileResourceRepository files;

  @BeforeEach
  void setUp() throws Exception {
    Path place = Path.of(System.getProperty("gatehouse.folding", temp.toString()));
    root = Files.createDirectory(place.resolve("root-" + UUID.randomUUID()));
    Files.createFile(root.resolve("probe"));
    boolean folds = Files.exists(root.resolve("PROBE"));
    Files.delete(root.resolve("probe"));
    files = new FileResourceRepository(root, Sync.NEVER);
    assumeTrue(folds, "the file system folds case");
    Files.createDirectory(root.resolve("dir"));
    Files.writeString(root.resolve("dir/page.txt"), "page");
  }

  @AfterEach
  void nothingIsLeft() throws Exception {
    Leftovers.assertNone(root, files);
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Test
  void aResourceHasOneNameOnly() {
    assertEquals("page", read(files, "/dir/page.txt"));
    assertEquals("MISSING", read(files, "/dir/PAGE.txt"));
    assertEquals("MISSING", read(files, "/DIR/page.txt"));
    assertEquals("FOLDER", read(files, "/dir/"));
    assertEquals(UNSTORABLE, put(files, "/dir/PAGE.txt", "new"));
    assertEquals(UNSTORABLE, put(files, "/Dir/new.txt", "new"));
    assertEquals(UNSTORABLE, remove(files, "/dir/Page.txt"));
    assertEquals("page", read(files, "/dir/page.txt"));
  }

  @Test
  void aNewNameIsKeptOrRefused() throws Exception {
    for (String name : new String[] {"NEW.txt", "dots...", "12.", "%C3%A9.txt", "e%CC%81", "a~1"}) {
      for (String path : new String[] {"/" + name, "/x-" + name + "/leaf.txt"}) {
        WriteOutcome outcome = create(files, path, "new");
        if (outcome.kind() == Kind.CREATED) {
          assertEquals("new", read(files, path), path);
          assertEquals(WriteOutcome.removed(), remove(files, path), path);
        } else {
          assertEquals(UNSTORABLE, outcome, path);
          assertEquals("MISSING", read(files, path), path);
        }
      }
    }
    assertFalse(Files.exists(root.resolve("new.txt")));
  }

  @Test
  void itsOwnNamesStayHidden() {
    try (Upload upload = staged(files, "/other.txt", "half")) {
      assertEquals("MISSING", read(files, "/.GATEHOUSE-Staging/"));
      WriteOutcome denied = WriteOutcome.hindered(Obstacle.DENIED);
      assertEquals(denied, upload.create(path("/.GATEHOUSE-staging/x.txt"), ALWAYS));
    }
  }

  @Test
  void aSidecarHasOneNameOnly() throws Exception {
    Files.writeString(root.resolve("dir/other.txt"), "other");
    Files.writeString(root.resolve("dir/page.TXT.gz"), "gzip");
    Files.writeString(root.resolve("dir/other.txt.gz"), "gzip");
    Set<String> names = Set.copyOf(names("dir"));
    int sidecars = names.contains("page.TXT.gz") ? 0 : 1;
    assertEquals(1 + sidecars, found(files, "/dir/page.txt").variants().size());
    assertEquals(2, found(files, "/dir/other.txt").variants().size());
  }

  @Test
  void ofRacingWritersOfTwoSpellingsOneMakesTheName() throws Exception {
    for (int round = 0; round < 20; round++) {
      String name = "/dir/race" + round + ".txt";
      String other = "/dir/RACE" + round + ".txt";
      Set<Kind> kinds = ConcurrentHashMap.newKeySet();
      List<Thread> writers =
          IntStream.range(0, 4)
              .mapToObj(n -> new Thread(() -> kinds.add(write(n % 2 == 0 ? name : other))))
              .toList();
      writers.forEach(Thread::start);
      for (Thread writer : writers) {
        writer.join();
      }
      assertTrue(kinds.contains(Kind.HINDERED), "one of two spellings is refused: " + kinds);
      String made = name.substring("/dir/".length());
      assertEquals(1, names("dir").stream().filter(made::equalsIgnoreCase).count());
    }
  }

  private Kind write(String path) {
    return create(files, path, path).kind();
  }

  private List<String> names(String folder) throws IOException {
    try (Stream<Path> names = Files.list(root.resolve(folder))) {
      return names.map(path -> path.getFileName().toString()).toList();
    }
  }
}
