package org.gatehouse.adapter.filesystem;

import static org.gatehouse.adapter.filesystem.Repositories.ALWAYS;
import static org.gatehouse.adapter.filesystem.Repositories.create;
import static org.gatehouse.adapter.filesystem.Repositories.path;
import static org.gatehouse.adapter.filesystem.Repositories.put;
import static org.gatehouse.adapter.filesystem.Repositories.read;
import static org.gatehouse.adapter.filesystem.Repositories.remove;
import static org.gatehouse.adapter.filesystem.Repositories.staged;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.application.port.out.Lookup;
import org.gatehouse.application.port.out.Lookup.Absence;
import org.gatehouse.application.port.out.Obstacle;
import org.gatehouse.application.port.out.Upload;
import org.gatehouse.application.port.out.WriteOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that are too long, too many, or the repository's own. */
class HostileNameTest {
  @TempDir private Path root;
  private FileResourceRepository files;

  @BeforeEach
  void setUp() {
    files = new FileResourceRepository(root, Sync.NEVER);
  }

  @AfterEach
  void nothingIsLeft() {
    Leftovers.assertNone(root, files);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/.gatehouse-staging", "/.gatehouse-staging/", "/.GateHouse-Staging",
        "/.gatehouse-staging/x", "/a/.gatehouse-staging/x", "/a/.gatehouse-staging",
        "/.gatehouse-staging/deep/x"
      })
  void itsOwnNamesAreNobodysResources(String path) throws Exception {
    put(files, "/a/b.txt", "x");
    try (Upload upload = staged(files, "/other.txt", "half")) {
      assertEquals(Optional.of(Lookup.absent(Absence.MISSING)), files.peek(path(path)));
      assertEquals(Lookup.absent(Absence.MISSING), files.find(path(path)));
      assertEquals(Optional.of(Obstacle.DENIED), files.obstacle(path(path)));
      assertEquals(WriteOutcome.hindered(Obstacle.DENIED), remove(files, path));
      WriteOutcome denied = WriteOutcome.hindered(Obstacle.DENIED);
      assertEquals(denied, upload.create(path(path), ALWAYS));
      assertEquals(denied, upload.replace(path(path), ALWAYS));
      try (Stream<Path> own = Files.list(root.resolve(Names.STAGING))) {
        assertEquals(2, own.count(), "the lock and the content");
      }
    }
  }

  @Test
  void whatIsStagedCannotBeReadByItsName() throws Exception {
    try (Upload upload = staged(files, "/other.txt", "half");
        Stream<Path> own = Files.list(root.resolve(Names.STAGING))) {
      for (Path name : own.toList()) {
        assertEquals("MISSING", read(files, "/" + Names.STAGING + "/" + name.getFileName()));
      }
      assertEquals(WriteOutcome.Kind.CREATED, upload.create(path("/other.txt"), ALWAYS).kind());
    }
  }

  @Test
  void aNameOf255OctetsIsTakenAndOneMoreIsNot() {
    String longest = "/" + "n".repeat(251) + ".txt";
    assertEquals(WriteOutcome.Kind.CREATED, put(files, longest, "x").kind());
    assertEquals(
        "x", read(files, longest), "and its sidecars' names are too long to be looked for");
    String longer = "/n" + longest.substring(1);
    assertEquals(WriteOutcome.hindered(Obstacle.UNSTORABLE), put(files, longer, "x"));
    assertEquals("MISSING", read(files, longer));
    String umlauts = "/" + "%C3%BC".repeat(128);
    assertEquals(WriteOutcome.hindered(Obstacle.UNSTORABLE), put(files, umlauts, "x"));
    assertEquals("MISSING", read(files, umlauts));
  }

  @Test
  void aPathTooDeepOrTooLongIsUnstorableAndMissing() {
    for (String path : new String[] {"/d".repeat(101), ("/" + "n".repeat(200)).repeat(21)}) {
      assertEquals(Optional.of(Obstacle.UNSTORABLE), files.obstacle(path(path)));
      assertEquals(WriteOutcome.hindered(Obstacle.UNSTORABLE), create(files, path, "x"));
      assertEquals("MISSING", read(files, path));
      assertEquals(WriteOutcome.hindered(Obstacle.UNSTORABLE), remove(files, path));
    }
  }

  @Test
  void aTreeDeeperThanItWouldMakeIsRead() throws Exception {
    Path deep = root;
    for (int depth = 0; depth < 150; depth++) {
      deep = deep.resolve("d");
    }
    Files.createDirectories(deep);
    Files.writeString(deep.resolve("leaf.txt"), "leaf");
    assertEquals("leaf", read(files, "/d".repeat(150) + "/leaf.txt"));
  }

  @Test
  void namesAreCheckedAgainstTheFileSystem() {
    FileSystem system = FileSystems.getDefault();
    assertTrue(Names.isStorable(system, "page.html"));
    for (String name : new String[] {"a/b", "/a", "a/", "nul\0", "n".repeat(256)}) {
      assertEquals(false, Names.isStorable(system, name), name);
    }
  }

  @Test
  void oddButStorableNamesKeepTheirSpelling() {
    put(files, "/Page.TXT", "upper");
    assertEquals("upper", read(files, "/Page.TXT"));
    // On a file system that does not tell them apart, the other spelling is still another name.
    assertEquals("MISSING", read(files, "/page.txt"));
  }
}
