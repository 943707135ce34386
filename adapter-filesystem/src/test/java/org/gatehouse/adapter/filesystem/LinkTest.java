package org.gatehouse.adapter.filesystem;

import static org.gatehouse.adapter.filesystem.Repositories.create;
import static org.gatehouse.adapter.filesystem.Repositories.found;
import static org.gatehouse.adapter.filesystem.Repositories.path;
import static org.gatehouse.adapter.filesystem.Repositories.put;
import static org.gatehouse.adapter.filesystem.Repositories.read;
import static org.gatehouse.adapter.filesystem.Repositories.remove;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.application.port.out.Obstacle;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.application.port.out.WriteOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links that just lie there; {@link SwappedLinkTest} has those that come and go. */
class LinkTest {
  private static final WriteOutcome DENIED = WriteOutcome.hindered(Obstacle.DENIED);

  @TempDir private Path temp;
  private Path root;
  private Path outside;
  private FileResourceRepository files;

  @BeforeEach
  void setUp() throws Exception {
    root = Files.createDirectory(temp.resolve("root"));
    outside = Files.createDirectory(temp.resolve("root-outside"));
    Files.writeString(outside.resolve("secret.txt"), "secret");
    Files.createDirectories(root.resolve("dir/deep"));
    Files.writeString(root.resolve("dir/page.txt"), "page");
    Files.writeString(root.resolve("dir/deep/leaf.txt"), "leaf");
    link("file", "dir/page.txt");
    link("folder", "dir");
    link("dir/up", "..");
    link("chain", "folder/up/file");
    link("absolute", root.resolve("dir/page.txt").toString());
    link("self", ".");
    link("out", "../root-outside/secret.txt");
    link("out-absolute", outside.resolve("secret.txt").toString());
    link("out-folder", outside.toString());
    link("out-chain", "out-folder/secret.txt");
    link("parent", "..");
    link("dangling", "nowhere");
    link("dangling-out", "../nowhere");
    link("loop", "loop");
    link("loop-a", "loop-b");
    link("loop-b", "loop-a/x");
    files = new FileResourceRepository(root, Sync.NEVER);
  }

  @AfterEach
  void nothingIsLeft() {
    Leftovers.assertNone(root, files);
  }

  private void link(String name, String target) throws Exception {
    Files.createSymbolicLink(root.resolve(name), Path.of(target));
  }

  @Test
  void linksThatStayInsideAreRead() {
    assertEquals("page", read(files, "/file"));
    assertEquals("page", read(files, "/absolute"));
    assertEquals("page", read(files, "/chain"));
    assertEquals("page", read(files, "/folder/page.txt"));
    assertEquals("leaf", read(files, "/folder/up/self/folder/deep/leaf.txt"));
    assertEquals("FOLDER", read(files, "/folder"));
    assertEquals("FOLDER", read(files, "/folder/"));
    assertEquals("FOLDER", read(files, "/dir/up/"));
    assertEquals("MISSING", read(files, "/file/"));
    assertEquals("MISSING", read(files, "/file/x"));
    assertEquals("MISSING", read(files, "/folder/none.txt"));
    assertEquals("MISSING", read(files, "/dir/up/none/none.txt"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/out",
        "/out-absolute",
        "/out-chain",
        "/out-folder",
        "/out-folder/",
        "/parent",
        "/out-folder/secret.txt",
        "/out-folder/none.txt",
        "/parent/root-outside/secret.txt",
        "/parent/root/dir/page.txt",
        "/folder/up/out",
        "/dangling",
        "/dangling-out",
        "/dangling/x",
        "/loop",
        "/loop/x",
        "/loop-a",
        "/loop-b"
      })
  void linksThatLeadOutNowhereOrInACircleAreDenied(String path) {
    assertEquals("DENIED", read(files, path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/file",
        "/out",
        "/dangling",
        "/loop",
        "/folder/page.txt",
        "/folder/new.txt",
        "/out-folder/new.txt",
        "/out-folder/secret.txt",
        "/dir/up/new.txt",
        "/folder/new/new.txt",
        "/parent/new.txt",
        "/dangling/new.txt"
      })
  void nothingIsWrittenOrRemovedAtALinkOrThroughOne(String path) throws Exception {
    List<String> before = everything();
    assertEquals(Optional.of(Obstacle.DENIED), files.obstacle(path(path)));
    assertEquals(DENIED, put(files, path, "evil"));
    assertEquals(DENIED, create(files, path, "evil"));
    assertEquals(DENIED, remove(files, path));
    files.close();
    assertEquals(before, everything());
  }

  /** Every name below the test's folder with what it holds. */
  private List<String> everything() throws Exception {
    try (Stream<Path> all = Files.walk(temp)) {
      return all.map(LinkTest::described).sorted().toList();
    }
  }

  private static String described(Path path) {
    try {
      return path
          + (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) ? Files.readString(path) : "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aPathThroughALinkIsAnAlias() {
    assertTrue(files.isAlias(path("/file")));
    assertTrue(files.isAlias(path("/folder/page.txt")));
    assertTrue(files.isAlias(path("/folder/none.txt")));
    assertTrue(files.isAlias(path("/dangling")));
    assertFalse(files.isAlias(path("/dir/page.txt")));
    assertFalse(files.isAlias(path("/none/none.txt")));
    assertFalse(files.isAlias(path("/" + "n".repeat(300))));
    assertFalse(files.isAlias(path("/")));
  }

  @Test
  void aSidecarIsNoLink() throws Exception {
    Files.writeString(root.resolve("real.br"), "brotli");
    Files.setLastModifiedTime(root.resolve("real.br"), FileTime.from(Instant.now()));
    link("dir/page.txt.br", "../real.br");
    assertEquals(1, found(files, "/dir/page.txt").variants().size());
    assertEquals("brotli", read(files, "/dir/page.txt.br"));
  }

  @Test
  void theSidecarsOfALinkAreThoseOfItsTarget() throws Exception {
    Files.writeString(root.resolve("dir/page.txt.gz"), "gzip");
    assertEquals(2, found(files, "/file").variants().size());
  }

  @Test
  void theRootMayBeALinkThatIsPointedElsewhere() throws Exception {
    Path current = Files.createSymbolicLink(temp.resolve("current"), root);
    try (FileResourceRepository linked = new FileResourceRepository(current, Sync.NEVER)) {
      assertEquals("page", read(linked, "/dir/page.txt"));
      assertEquals("page", read(linked, "/file"));
      assertEquals("DENIED", read(linked, "/out"));
      assertEquals(WriteOutcome.Kind.CREATED, put(linked, "/new/first.txt", "x").kind());
      assertTrue(Files.exists(root.resolve("new/first.txt")));

      Path next = Files.createDirectory(temp.resolve("next"));
      Files.delete(current);
      Files.createSymbolicLink(current, next);
      assertEquals("MISSING", read(linked, "/dir/page.txt"));
      assertEquals(WriteOutcome.Kind.CREATED, put(linked, "/new/second.txt", "x").kind());
      assertTrue(Files.exists(next.resolve("new/second.txt")));
    }
  }

  @Test
  void aStagingFolderThatIsALinkIsNotUsed() throws Exception {
    link(Names.STAGING, outside.toString());
    StorageFailure failure = assertThrows(StorageFailure.class, () -> put(files, "/x.txt", "x"));
    assertEquals(StorageFailure.Kind.DENIED, failure.kind());
    try (Stream<Path> there = Files.list(outside)) {
      assertEquals(1, there.count());
    }
    Files.delete(root.resolve(Names.STAGING));
  }

  @Test
  void aLinkIntoTheStagingFolderFindsNothing() throws Exception {
    Files.createDirectory(root.resolve(Names.STAGING));
    Files.writeString(root.resolve(Names.STAGING).resolve("x.part"), "half");
    link("peep", Names.STAGING + "/x.part");
    link("hole", Names.STAGING);
    assertEquals("MISSING", read(files, "/peep"));
    assertEquals("MISSING", read(files, "/hole/x.part"));
    assertEquals("MISSING", read(files, "/hole/"));
    Files.delete(root.resolve(Names.STAGING).resolve("x.part"));
    Files.delete(root.resolve(Names.STAGING));
  }
}
