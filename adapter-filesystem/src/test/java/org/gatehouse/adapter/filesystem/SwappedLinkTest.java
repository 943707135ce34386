package org.gatehouse.adapter.filesystem;

import static org.gatehouse.adapter.filesystem.Repositories.create;
import static org.gatehouse.adapter.filesystem.Repositories.put;
import static org.gatehouse.adapter.filesystem.Repositories.read;
import static org.gatehouse.adapter.filesystem.Repositories.remove;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
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

/** Somebody who may write in the root swaps files and folders for links while they are used. */
class SwappedLinkTest {
  private static final WriteOutcome DENIED = WriteOutcome.hindered(Obstacle.DENIED);

  @TempDir private Path temp;
  private Path root;
  private Path outside;

  /** The step before which the swap happens, once; a test sets it. */
  private String step = "";

  private Path swapped = Path.of("");
  private FileResourceRepository files;

  @BeforeEach
  void setUp() throws Exception {
    root = Files.createDirectory(temp.resolve("root"));
    outside = Files.createDirectory(temp.resolve("outside"));
    Files.writeString(outside.resolve("page.txt"), "secret");
    Files.createDirectory(root.resolve("dir"));
    Files.writeString(root.resolve("dir/page.txt"), "page");
    files =
        new FileResourceRepository(
            TamperedFolder.root(root, this::swap), Sync.NEVER, Devices.ofSystem());
  }

  @AfterEach
  void nothingIsLeft() {
    Leftovers.assertNone(root, files);
  }

  private void swap(String now, Path at) throws IOException {
    if (now.equals(step)) {
      step = "";
      Files.move(swapped, temp.resolve("aside"));
      Path name = outside.resolve("page.txt");
      Files.createSymbolicLink(swapped, swapped.endsWith("dir") ? outside : name);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"look", "enter", "read"})
  void aFolderSwappedBeforeAnyStepLeadsNowhere(String before) {
    step = before;
    swapped = root.resolve("dir");
    assertTrue(List.of("page", "DENIED").contains(read(files, "/dir/page.txt")));
    assertEquals("", step, "the swap happened");
    assertEquals("DENIED", read(files, "/dir/page.txt"));
  }

  @Test
  void aFileSwappedBeforeItIsOpenedIsNotFollowed() {
    step = "read";
    swapped = root.resolve("dir/page.txt");
    try {
      assertEquals("no content", read(files, "/dir/page.txt"));
    } catch (StorageFailure denied) {
      assertEquals(StorageFailure.Kind.DENIED, denied.kind());
    }
    assertEquals("", step, "the swap happened");
  }

  @Test
  void aFileSwappedForALinkAndBackIsNotFollowedInBetween() throws Exception {
    Path page = root.resolve("dir/page.txt");
    Path aside = temp.resolve("aside");
    TamperedFolder.Tamper there =
        (now, at) -> {
          if (now.equals("read")) {
            Files.move(page, aside);
            Files.createSymbolicLink(page, outside.resolve("page.txt"));
          } else if (Files.exists(aside)) {
            Files.move(aside, page, StandardCopyOption.REPLACE_EXISTING);
          }
        };
    Files.writeString(outside.resolve("page.txt"), "evil", StandardOpenOption.TRUNCATE_EXISTING);
    try (FileResourceRepository tampered =
        new FileResourceRepository(
            TamperedFolder.root(root, there), Sync.NEVER, Devices.ofSystem())) {
      assertThrows(StorageFailure.class, () -> read(tampered, "/dir/page.txt"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"enter", "take"})
  void aReplacementNeverLandsOutside(String before) throws Exception {
    swapped = root.resolve("dir");
    // The staging folder is entered as well: it is there already.
    put(files, "/other.txt", "x");
    step = before;
    WriteOutcome outcome = put(files, "/dir/page.txt", "evil");
    assertEquals("", step, "the swap happened");
    if (outcome.state().isPresent()) {
      assertEquals("evil", Files.readString(temp.resolve("aside/page.txt")));
    }
    assertEquals(List.of("page.txt=secret"), everythingOutside());
  }

  @Test
  void aNewFileNeverBringsContentOutside() throws Exception {
    step = "link";
    swapped = root.resolve("dir");
    assertEquals(DENIED, create(files, "/dir/evil.txt", "evil"));
    assertEquals("", step, "the swap happened");
    assertEquals(List.of("evil.txt=", "page.txt=secret"), everythingOutside());
  }

  @Test
  void aNewFolderIsNotFilledOutside() throws Exception {
    put(files, "/other.txt", "x");
    step = "makeFolder";
    swapped = root.resolve("dir");
    assertEquals(DENIED, put(files, "/dir/new/evil.txt", "evil"));
    assertEquals("", step, "the swap happened");
    assertEquals(List.of("new", "page.txt=secret"), everythingOutside());
  }

  @Test
  void nothingIsRemovedOutside() throws Exception {
    step = "delete";
    swapped = root.resolve("dir");
    assertEquals(WriteOutcome.removed(), remove(files, "/dir/page.txt"));
    assertEquals("", step, "the swap happened");
    assertEquals(List.of("page.txt=secret"), everythingOutside());
    assertTrue(Files.notExists(temp.resolve("aside/page.txt")));
  }

  private List<String> everythingOutside() throws IOException {
    try (Stream<Path> all = Files.list(outside)) {
      return all.map(SwappedLinkTest::described).sorted().toList();
    }
  }

  private static String described(Path path) {
    try {
      return path.getFileName() + (Files.isRegularFile(path) ? "=" + Files.readString(path) : "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aThreadThatSwapsAllTheTimeGainsNothing() throws Exception {
    try (FileResourceRepository plain = new FileResourceRepository(root, Sync.NEVER)) {
      Files.writeString(outside.resolve("other.txt"), "secret");
      Path dir = root.resolve("dir");
      Path aside = root.resolve("aside");
      Path link = Files.createSymbolicLink(root.resolve("link"), outside);
      AtomicBoolean over = new AtomicBoolean();
      CompletableFuture<Void> swapper =
          CompletableFuture.runAsync(() -> swapAllTheTime(over, dir, aside, link));
      try {
        for (int round = 0; round < 400; round++) {
          String read = readOrDenied(plain);
          assertTrue(List.of("page", "MISSING", "DENIED").contains(read), read);
          put(plain, "/dir/page.txt", "page");
          create(plain, "/dir/evil.txt", "evil");
          remove(plain, "/dir/evil.txt");
          remove(plain, "/dir/other.txt");
        }
      } finally {
        over.set(true);
        swapper.join();
      }
      assertEquals("secret", Files.readString(outside.resolve("page.txt")));
      assertEquals("secret", Files.readString(outside.resolve("other.txt")));
      Path evil = outside.resolve("evil.txt");
      assertTrue(Files.notExists(evil) || Files.size(evil) == 0, "content outside");
    }
  }

  private static String readOrDenied(FileResourceRepository files) {
    try {
      return read(files, "/dir/page.txt");
    } catch (StorageFailure failure) {
      return failure.kind().name();
    } catch (NoSuchElementException gone) {
      return "MISSING";
    }
  }

  private static void swapAllTheTime(AtomicBoolean over, Path dir, Path aside, Path link) {
    try {
      for (int round = 0; !over.get(); round++) {
        Files.move(dir, aside, StandardCopyOption.ATOMIC_MOVE);
        takeName(link, dir, round + "-a");
        Files.move(dir, link, StandardCopyOption.ATOMIC_MOVE);
        takeName(aside, dir, round + "-b");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void putAside(Path made, Path aside) throws IOException {
    try {
      Files.move(made, aside);
    } catch (NoSuchFileException undone) {
      // Who made a folder and then lost a race removes it again, if it is empty.
      return;
    }
  }

  /** Whoever wrote while the name was free has made a folder of it, which has to go. */
  private static void takeName(Path from, Path name, String round) throws IOException {
    for (int tries = 0; ; tries++) {
      try {
        Files.move(from, name, StandardCopyOption.ATOMIC_MOVE);
        return;
      } catch (FileSystemException taken) {
        putAside(name, name.resolveSibling("made-" + round + "-" + tries));
      }
    }
  }
}
