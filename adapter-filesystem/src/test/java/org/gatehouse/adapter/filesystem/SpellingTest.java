package org.gatehouse.adapter.filesystem;

import static org.gatehouse.adapter.filesystem.Repositories.create;
import static org.gatehouse.adapter.filesystem.Repositories.found;
import static org.gatehouse.adapter.filesystem.Repositories.path;
import static org.gatehouse.adapter.filesystem.Repositories.put;
import static org.gatehouse.adapter.filesystem.Repositories.read;
import static org.gatehouse.adapter.filesystem.Repositories.remove;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.gatehouse.application.port.out.Obstacle;
import org.gatehouse.application.port.out.WriteOutcome;
import org.gatehouse.domain.negotiation.ContentCoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** File systems that take several names for the same, played by a folder that looks for another. */
class SpellingTest {
  private static final WriteOutcome UNSTORABLE = WriteOutcome.hindered(Obstacle.UNSTORABLE);

  @TempDir private Path root;

  /** A file system that looks for every name in this way. */
  private record Folding(UnaryOperator<String> way) implements TamperedFolder.Tamper {
    @Override
    public void before(String step, Path at) {}

    @Override
    public String folded(Path folder, String name) {
      return way.apply(name);
    }
  }

  private FileResourceRepository folding() {
    return on(new Folding(name -> name.toLowerCase(Locale.ROOT)));
  }

  private FileResourceRepository on(TamperedFolder.Tamper tamper) {
    return new FileResourceRepository(
        TamperedFolder.root(root, tamper), Sync.NEVER, Devices.ofSystem());
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
  void everyFolderIsAskedAnew() throws Exception {
    Files.createDirectory(root.resolve("folds"));
    Files.writeString(root.resolve("folds/.secret"), "secret");
    Files.writeString(root.resolve("folds/page.txt"), "page");
    Files.writeString(root.resolve("page.txt"), "page");
    TamperedFolder.Tamper below =
        new TamperedFolder.Tamper() {
          @Override
          public void before(String step, Path at) {}

          @Override
          public String folded(Path folder, String name) {
            boolean folds = folder.endsWith("folds");
            return folds ? name.toLowerCase(Locale.ROOT).replace("\u00ad", "") : name;
          }
        };
    try (FileResourceRepository files = on(below)) {
      assertEquals("page", read(files, "/page.txt"));
      assertEquals("page", read(files, "/folds/page.txt"));
      assertEquals("MISSING", read(files, "/folds/PAGE.txt"));
      assertEquals("MISSING", read(files, "/folds/%C2%AD.secret"));
    }
  }

  @Test
  void oneFileMayHaveAnIdentityForEverySpelling() throws Exception {
    Files.writeString(root.resolve("page.txt"), "page");
    TamperedFolder.Tamper forgetful =
        new TamperedFolder.Tamper() {
          @Override
          public void before(String step, Path at) {}

          @Override
          public String folded(Path folder, String name) {
            return name.toLowerCase(Locale.ROOT);
          }

          @Override
          public Stat told(String name, Stat stat) {
            return new Stat(stat.kind(), name, stat.modified(), stat.size(), stat.permissions());
          }
        };
    try (FileResourceRepository files = on(forgetful)) {
      assertEquals("MISSING", read(files, "/PAGE.txt"));
      assertEquals(UNSTORABLE, put(files, "/PAGE.txt", "new"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "12, 12%C2%AD, 12\u00ad", // what Unicode ignores
    "12, 12., 12.",
    "page.txt, page.txt.%20., page.txt. .",
    "1234567890, 123456~1, 123456~1", // a short name of DOS
    "\u00e9.txt, e%CC%81.txt, e\u0301.txt", // composed and not
    "e\u0301.txt, %C3%A9.txt, \u00e9.txt"
  })
  void noOtherSpellingCounts(String name, String path, String spelling) throws Exception {
    Files.writeString(root.resolve(name), "page");
    Set<String> same = Set.of(spelling, spelling + "\u00ad");
    Folding folding = new Folding(asked -> same.contains(asked) ? name : asked);
    try (FileResourceRepository files = on(folding)) {
      assertEquals("page", read(files, Repositories.path("/").child(name).encoded()));
      assertEquals("MISSING", read(files, "/" + path));
      assertEquals(UNSTORABLE, put(files, "/" + path, "new"));
    }
  }

  @Test
  void whatIsNotKeptUnderItsNameIsNotKept() throws Exception {
    Files.createDirectory(root.resolve("dir"));
    Folding dos = new Folding(name -> name.replaceFirst("(?<=.)\\.+$", ""));
    try (FileResourceRepository files = on(dos)) {
      assertEquals(UNSTORABLE, create(files, "/dir/page.txt.", "new"));
      assertEquals(UNSTORABLE, put(files, "/new./page.txt", "new"));
      assertEquals("MISSING", read(files, "/dir/page.txt"));
      assertEquals("MISSING", read(files, "/new/"));
      assertEquals(WriteOutcome.Kind.CREATED, create(files, "/dir/page.txt", "new").kind());
      assertEquals(UNSTORABLE, put(files, "/dir/page.txt.", "new"));
      Leftovers.assertNone(root, files);
    }
  }

  @Test
  void aSidecarHasOneNameOnly() throws Exception {
    Files.writeString(root.resolve("page.TXT"), "page");
    Files.writeString(root.resolve("page.txt.gz"), "gzip");
    String sidecar = "page.txt.gz";
    Folding folding = new Folding(name -> name.equalsIgnoreCase(sidecar) ? sidecar : name);
    try (FileResourceRepository files = on(folding)) {
      assertEquals(Optional.empty(), found(files, "/page.TXT").open(ContentCoding.GZIP));
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
