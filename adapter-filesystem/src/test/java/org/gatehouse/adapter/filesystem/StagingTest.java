package org.gatehouse.adapter.filesystem;

import static org.gatehouse.adapter.filesystem.Repositories.ALWAYS;
import static org.gatehouse.adapter.filesystem.Repositories.create;
import static org.gatehouse.adapter.filesystem.Repositories.path;
import static org.gatehouse.adapter.filesystem.Repositories.put;
import static org.gatehouse.adapter.filesystem.Repositories.read;
import static org.gatehouse.adapter.filesystem.Repositories.staged;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.application.port.out.Upload;
import org.gatehouse.application.port.out.WriteOutcome;
import org.gatehouse.domain.target.ResourcePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is staged, by whom, and what becomes of it when they are gone. */
@Timeout(120)
class StagingTest {
  @TempDir private Path temp;
  private Path root;

  @BeforeEach
  void setUp() throws Exception {
    root = Files.createDirectory(temp.resolve("root"));
    Files.writeString(root.resolve("page.txt"), "old");
  }

  private FileResourceRepository repository() {
    return new FileResourceRepository(root, Sync.NEVER);
  }

  @Test
  void aServerThatOnlyReadsLeavesTheRootAsItIs() throws Exception {
    try (FileResourceRepository files = repository()) {
      assertEquals("old", read(files, "/page.txt"));
      files.check();
      files.obstacle(path("/new.txt"));
      try (Stream<Path> all = Files.list(root)) {
        assertEquals(1, all.count());
      }
    }
  }

  @Test
  void whatAKilledServerStagedIsSweptAtTheNextStart() throws Exception {
    AnotherServer other = AnotherServer.start("stage", root);
    assertEquals(3, Leftovers.staged(root).size(), "folder, lock and content");
    other.kill();
    assertEquals(3, Leftovers.staged(root).size());
    assertEquals("old", Files.readString(root.resolve("page.txt")));
    try (FileResourceRepository files = repository()) {
      assertEquals(List.of(), Leftovers.staged(root));
      assertEquals("old", read(files, "/page.txt"));
    }
  }

  @Test
  void whatALiveServerStagedIsLeftAlone() throws Exception {
    AnotherServer other = AnotherServer.start("stage", root);
    FileResourceRepository files = repository();
    assertEquals(3, Leftovers.staged(root).size());
    put(files, "/page.txt", "new");
    assertEquals(3 + 1, Leftovers.staged(root).size(), "and a lock of our own");
    files.close();
    assertEquals(3, Leftovers.staged(root).size());
    other.close();
    assertEquals(List.of(), Leftovers.staged(root));
  }

  @Test
  void twoInOneProcessLeaveEachOtherAlone() throws Exception {
    try (FileResourceRepository one = repository();
        Upload upload = staged(one, "/page.txt", "one")) {
      try (FileResourceRepository two = repository()) {
        put(two, "/other.txt", "two");
      }
      // Had the second opened the first one's lock file, its lock would be gone by now.
      try (AnotherServer other = AnotherServer.start("stage", root)) {
        assertEquals(5, Leftovers.staged(root).size(), "folder, two locks, two contents");
        other.kill();
      }
      assertEquals(WriteOutcome.Kind.REPLACED, upload.replace(path("/page.txt"), ALWAYS).kind());
      assertEquals("one", read(one, "/page.txt"));
    }
    repository().close();
    assertEquals(List.of(), Leftovers.staged(root));
  }

  @Test
  void contentWithoutALockFileIsSweptAndStrangersStay() throws Exception {
    Path staging = Files.createDirectory(root.resolve(Names.STAGING));
    Files.writeString(staging.resolve("0123-1.part"), "x");
    Files.writeString(staging.resolve("4567-1.part"), "x");
    Files.writeString(staging.resolve("4567.lock"), "");
    Files.writeString(staging.resolve("stranger"), "x");
    Files.createDirectory(staging.resolve("89ab.lock"));
    repository().close();
    try (Stream<Path> left = Files.list(staging)) {
      assertEquals(
          List.of("89ab.lock", "stranger"),
          left.map(name -> name.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void aStagingFolderThatIsDeletedIsMadeAnew() throws Exception {
    try (FileResourceRepository files = repository()) {
      put(files, "/a.txt", "a");
      Upload lost = staged(files, "/b.txt", "b");
      deleteStaging();
      assertEquals(WriteOutcome.Kind.CREATED, put(files, "/c.txt", "c").kind());
      assertThrows(StorageFailure.class, () -> lost.replace(path("/page.txt"), ALWAYS));
      lost.close();
      assertEquals(WriteOutcome.Kind.CREATED, put(files, "/d.txt", "d").kind());
      assertEquals("old", read(files, "/page.txt"));
    }
    assertEquals(List.of(), Leftovers.staged(root));
  }

  private void deleteStaging() throws Exception {
    try (Stream<Path> all = Files.list(root.resolve(Names.STAGING))) {
      for (Path path : all.toList()) {
        Files.delete(path);
      }
    }
    Files.delete(root.resolve(Names.STAGING));
  }

  @Test
  void aRootThatVanishesIsMissedAndWelcomedBack() throws Exception {
    try (FileResourceRepository files = repository()) {
      put(files, "/page.txt", "new");
      Files.move(root, temp.resolve("away"));
      assertEquals("MISSING", read(files, "/page.txt"));
      assertEquals("MISSING", read(files, "/"));
      assertThrows(StorageFailure.class, files::check);
      assertThrows(StorageFailure.class, () -> put(files, "/page.txt", "newer"));
      assertThrows(StorageFailure.class, () -> files.obstacle(path("/page.txt")));
      assertThrows(StorageFailure.class, () -> files.remove(path("/page.txt"), ALWAYS));
      assertFalse(Files.exists(root), "nobody makes another root");
      Files.move(temp.resolve("away"), root);
      files.check();
      assertEquals("new", read(files, "/page.txt"));
      assertEquals(WriteOutcome.Kind.REPLACED, put(files, "/page.txt", "newer").kind());
    }
    assertEquals(List.of(), Leftovers.staged(root));
  }

  @Test
  void anotherRootAtTheSamePlaceIsUsed() throws Exception {
    try (FileResourceRepository files = repository()) {
      put(files, "/page.txt", "new");
      Files.move(root, temp.resolve("away"));
      Files.createDirectory(root);
      assertEquals("MISSING", read(files, "/page.txt"));
      assertEquals(WriteOutcome.Kind.CREATED, put(files, "/page.txt", "newer").kind());
      assertEquals("newer", Files.readString(root.resolve("page.txt")));
      assertEquals(List.of(), Leftovers.staged(temp.resolve("away")));
    }
    assertEquals(List.of(), Leftovers.staged(root));
  }

  @Test
  void aRootThatIsNoFolderFailsItsCheck() throws Exception {
    for (Path bad : List.of(root.resolve("page.txt"), temp.resolve("none"))) {
      try (FileResourceRepository files = new FileResourceRepository(bad, Sync.NEVER)) {
        assertThrows(StorageFailure.class, files::check);
        assertEquals("MISSING", read(files, "/x"));
        assertThrows(StorageFailure.class, () -> put(files, "/x", "x"));
      }
    }
  }

  @Test
  void onAMountedVolumeContentWaitsWhereTheVolumeIsMounted() throws Exception {
    Path mount = Files.createDirectories(root.resolve("volumes/data"));
    Files.createDirectories(mount.resolve("deep"));
    Devices devices = new Devices(folder -> Optional.of(folder.startsWith(mount)));
    Root at = Root.at(root);
    try (FileResourceRepository files = new FileResourceRepository(at, Sync.NEVER, devices)) {
      try (Upload upload = staged(files, "/volumes/data/deep/er/x.txt", "x")) {
        assertTrue(Files.isDirectory(mount.resolve(Names.STAGING)));
        assertEquals(3, Leftovers.staged(root).size(), "and nowhere else");
        ResourcePath path = path("/volumes/data/deep/er/x.txt");
        assertEquals(WriteOutcome.Kind.CREATED, upload.create(path, ALWAYS).kind());
      }
      assertEquals(List.of(), Leftovers.staged(root));
      try (Upload upload = staged(files, "/volumes/x.txt", "x")) {
        assertTrue(Files.isDirectory(root.resolve(Names.STAGING)));
        assertEquals(WriteOutcome.Kind.CREATED, upload.create(path("/x.txt"), ALWAYS).kind());
      }
    }
  }

  @Test
  void theSystemTellsTheDeviceOfAFolder() throws Exception {
    Devices devices = Devices.ofSystem();
    Files.createDirectory(root.resolve("dir"));
    assertEquals(List.of(), devices.mountOf(root, List.of("dir", "none", "deep")));
    assertEquals(List.of(), devices.mountOf(root, List.of("page.txt", "deep")));
    if (Files.isDirectory(Path.of("/proc/self"))) {
      assertEquals(List.of("proc"), devices.mountOf(Path.of("/"), List.of("proc", "self", "fd")));
    }
  }

  @Test
  void debrisInTheFoldersOfTheRootIsSweptToo() throws Exception {
    Path staging = Files.createDirectories(root.resolve("volume").resolve(Names.STAGING));
    Files.writeString(staging.resolve("4567-1.part"), "x");
    Files.writeString(staging.resolve("4567.lock"), "");
    Path outside = Files.createDirectories(temp.resolve("outside").resolve(Names.STAGING));
    Files.writeString(outside.resolve("4567-1.part"), "x");
    Files.createSymbolicLink(root.resolve("a-link"), temp.resolve("outside"));
    repository().close();
    assertEquals(List.of(), Leftovers.staged(root));
    assertTrue(Files.exists(outside.resolve("4567-1.part")), "not through a link");
  }

  @Test
  void twoServersNeverTakeANameFromEachOther() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try (FileResourceRepository one = repository();
        FileResourceRepository two = repository()) {
      for (int round = 0; round < 40; round++) {
        String path = "/new" + round + "/name.txt";
        CyclicBarrier start = new CyclicBarrier(2);
        List<WriteOutcome.Kind> kinds = new ArrayList<>();
        List<Callable<WriteOutcome>> both =
            List.of(() -> createAt(start, one, path), () -> createAt(start, two, path));
        for (Future<WriteOutcome> outcome : pool.invokeAll(both)) {
          kinds.add(outcome.get().kind());
        }
        kinds.sort(null);
        assertEquals(List.of(WriteOutcome.Kind.CREATED, WriteOutcome.Kind.TAKEN), kinds);
      }
    } finally {
      pool.shutdown();
    }
  }

  private static WriteOutcome createAt(
      CyclicBarrier start, FileResourceRepository files, String path) throws Exception {
    try (Upload upload = staged(files, path, path)) {
      start.await();
      return upload.create(path(path), ALWAYS);
    }
  }

  @Test
  void manyServersComeAndGoTogether() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      Callable<Void> server =
          () -> {
            for (int round = 0; round < 25; round++) {
              try (FileResourceRepository files = repository()) {
                String name = "/" + Thread.currentThread().getId() + "-" + round + ".txt";
                assertTrue(create(files, name, "x").state().isPresent());
                assertEquals("x", read(files, name));
              }
            }
            return null;
          };
      for (Future<Void> end : pool.invokeAll(List.of(server, server, server, server))) {
        end.get();
      }
    } finally {
      pool.shutdown();
    }
    assertEquals(List.of(), Leftovers.staged(root));
  }
}
