package org.gatehouse.adapter.filesystem;

import static org.gatehouse.adapter.filesystem.Repositories.create;
import static org.gatehouse.adapter.filesystem.Repositories.path;
import static org.gatehouse.adapter.filesystem.Repositories.put;
import static org.gatehouse.adapter.filesystem.Repositories.read;
import static org.gatehouse.adapter.filesystem.Repositories.remove;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.gatehouse.application.port.out.Obstacle;
import org.gatehouse.application.port.out.WriteOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** File systems that take A for a, played by one that lowers every name it is asked for. */
class SpellingTest {
  private static final WriteOutcome UNSTORABLE = WriteOutcome.hindered(Obstacle.UNSTORABLE);

  @TempDir private Path root;

  private FileResourceRepository folding() {
    TamperedFolder.Tamper folding =
        new TamperedFolder.Tamper() {
          @Override
          public void before(String step, Path at) {}

          @Override
          public String folded(String name) {
            return name.toLowerCase(Locale.ROOT);
          }
        };
    return new FileResourceRepository(
        TamperedFolder.root(root, folding), Sync.NEVER, Devices.ofSystem());
  }

  @Test
  void aResourceHasOneNameOnly() throws Exception {
    Files.createDirectory(root.resolve("dir"));
    Files.writeString(root.resolve("dir/page.txt"), "page");
    try (FileResourceRepository files = folding()) {
      assertEquals("page", read(files, "/dir/page.txt"));
      assertEquals("MISSING", read(files, "/dir/PAGE.txt"));
      assertEquals("MISSING", read(files, "/Dir/page.txt"));
      assertEquals("MISSING", read(files, "/DIR/"));
      assertEquals("FOLDER", read(files, "/dir/"));
    }
  }

  @Test
  void anotherSpellingIsNotWritten() throws Exception {
    Files.createDirectory(root.resolve("dir"));
    Files.writeString(root.resolve("dir/page.txt"), "page");
    try (FileResourceRepository files = folding()) {
      assertEquals(Optional.of(Obstacle.UNSTORABLE), files.obstacle(path("/dir/PAGE.txt")));
      assertEquals(UNSTORABLE, put(files, "/dir/PAGE.txt", "new"));
      assertEquals(UNSTORABLE, create(files, "/Dir/new.txt", "new"));
      assertEquals(UNSTORABLE, remove(files, "/dir/Page.txt"));
      assertEquals(WriteOutcome.Kind.REPLACED, put(files, "/dir/page.txt", "new").kind());
      assertEquals("new", read(files, "/dir/page.txt"));
    }
  }

  @Test
  void whereCaseCountsBothSpellingsAreResources() throws Exception {
    try (FileResourceRepository files = new FileResourceRepository(root, Sync.NEVER)) {
      put(files, "/page.txt", "lower");
      if (Files.exists(root.resolve("PAGE.txt"))) {
        return;
      }
      put(files, "/PAGE.txt", "upper");
      assertEquals("lower", read(files, "/page.txt"));
      assertEquals("upper", read(files, "/PAGE.txt"));
    }
  }

  @Test
  void twoNamesOfOneFileAreNoProofThatCaseDoesNotCount() throws Exception {
    Files.writeString(root.resolve("page.txt"), "page");
    Files.createLink(root.resolve("PAGE.TXT"), root.resolve("page.txt"));
    try (FileResourceRepository files = new FileResourceRepository(root, Sync.NEVER)) {
      assertEquals("page", read(files, "/page.txt"));
      assertEquals("page", read(files, "/PAGE.TXT"));
      assertEquals("MISSING", read(files, "/Page.txt"));
    }
  }
}
