package org.gatehouse.adapter.filesystem;

import static org.gatehouse.adapter.filesystem.Repositories.ALWAYS;
import static org.gatehouse.adapter.filesystem.Repositories.create;
import static org.gatehouse.adapter.filesystem.Repositories.path;
import static org.gatehouse.adapter.filesystem.Repositories.put;
import static org.gatehouse.adapter.filesystem.Repositories.read;
import static org.gatehouse.adapter.filesystem.Repositories.remove;
import static org.gatehouse.adapter.filesystem.Repositories.staged;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.application.port.out.Obstacle;
import org.gatehouse.application.port.out.ResourceState;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.application.port.out.Upload;
import org.gatehouse.application.port.out.WriteOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file system fails at one step or another: the old content stays and nothing is left. */
class FailureTest implements TamperedFolder.Tamper {
  private static final IOException BROKEN =
      new FileSystemException("x", null, "Input/output error");

  @TempDir private Path root;
  private final Map<String, IOException> failures = new HashMap<>();
  private Duration granularity = Duration.ofNanos(1);
  private boolean full;
  private FileResourceRepository files;

  @BeforeEach
  void setUp() {
    files =
        new FileResourceRepository(
            TamperedFolder.root(root, this), Sync.ALWAYS, Devices.ofSystem());
    put(files, "/dir/page.txt", "old");
  }

  @AfterEach
  void nothingIsLeft() {
    Leftovers.assertNone(root, files);
  }

  @Override
  public void before(String step, Path at) throws IOException {
    boolean staging = at.toString().contains(Names.STAGING);
    IOException failure = failures.get((staging ? "staging " : "") + step);
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public FileChannel created(FileChannel channel) throws IOException {
    if (!full || channel.size() > 0) {
      return channel;
    }
    channel.close();
    return FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE);
  }

  @Override
  public Instant kept(Instant given) {
    long unit = granularity.toNanos();
    long nanos = Math.addExact(given.getEpochSecond() * 1_000_000_000L, given.getNano());
    long kept = nanos - Math.floorMod(nanos, unit);
    return Instant.ofEpochSecond(0, kept);
  }

  private List<String> everything() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.map(path -> root.relativize(path).toString())
          .filter(path -> !path.contains(Names.STAGING))
          .sorted()
          .toList();
    }
  }

  @Test
  void aFullDiskIsToldAsSuchAndLeavesNothing() throws Exception {
    assumeTrue(Files.isWritable(Path.of("/dev/full")), "there is a device that is always full");
    files.close();
    // The lock file of the staging folder is still empty as well, so begin before the disk is full.
    try (Upload first = files.stage(path("/first.txt"))) {
      first.write(ByteBuffer.allocate(1));
      full = true;
      StorageFailure failure =
          assertThrows(StorageFailure.class, () -> put(files, "/dir/page.txt", "new"));
      assertEquals(StorageFailure.Kind.FULL, failure.kind());
      assertThrows(StorageFailure.class, () -> put(files, "/new/new.txt", "new"));
    }
    assertEquals("old", read(files, "/dir/page.txt"));
    assertEquals(List.of("", "dir", "dir/page.txt"), everything());
  }

  @ParameterizedTest
  @ValueSource(strings = {"take", "staging setPermissions", "staging create", "staging look"})
  void aFailedReplacementLeavesTheOldContent(String step) throws Exception {
    Files.setPosixFilePermissions(
        root.resolve("dir/page.txt"), PosixFilePermissions.fromString("rw-------"));
    try (Upload keepsTheSession = files.stage(path("/other.txt"))) {
      keepsTheSession.write(ByteBuffer.allocate(1));
      failures.put(step, BROKEN);
      StorageFailure failure =
          assertThrows(StorageFailure.class, () -> put(files, "/dir/page.txt", "new"));
      assertEquals(StorageFailure.Kind.BROKEN, failure.kind());
      failures.clear();
    }
    assertEquals("old", read(files, "/dir/page.txt"));
    assertEquals(List.of("", "dir", "dir/page.txt"), everything());
    assertEquals(WriteOutcome.Kind.REPLACED, put(files, "/dir/page.txt", "new").kind());
  }

  @ParameterizedTest
  @ValueSource(strings = {"makeFolder", "enter", "force"})
  void aFailedCreationLeavesNoFolder(String step) throws Exception {
    try (Upload upload = staged(files, "/a/b/c/new.txt", "new")) {
      failures.put(step, BROKEN);
      assertThrows(StorageFailure.class, () -> upload.create(path("/a/b/c/new.txt"), ALWAYS));
      assertEquals(List.of("", "dir", "dir/page.txt"), everything());
      failures.clear();
      assertEquals(WriteOutcome.Kind.CREATED, upload.create(path("/a/b/c/new.txt"), ALWAYS).kind());
    }
    assertEquals("new", read(files, "/a/b/c/new.txt"));
  }

  @Test
  void aFailedFlushOfTheFolderTakesANewFileBack() throws Exception {
    failures.put("force", BROKEN);
    assertThrows(StorageFailure.class, () -> create(files, "/dir/new.txt", "new"));
    assertEquals(List.of("", "dir", "dir/page.txt"), everything());
  }

  @Test
  void withoutPermissionTheWriteIsHindered() throws Exception {
    WriteOutcome denied = WriteOutcome.hindered(Obstacle.DENIED);
    failures.put("take", new AccessDeniedException("x"));
    failures.put("link", new AccessDeniedException("x"));
    failures.put("delete", new AccessDeniedException("x"));
    failures.put("makeFolder", new AccessDeniedException("x"));
    assertEquals(denied, put(files, "/dir/page.txt", "new"));
    assertEquals(denied, put(files, "/dir/new.txt", "new"));
    assertEquals(denied, put(files, "/new/new.txt", "new"));
    assertEquals(denied, remove(files, "/dir/page.txt"));
    assertEquals(List.of("", "dir", "dir/page.txt"), everything());
  }

  @Test
  void withoutHardLinksANewFileIsMovedToItsName() {
    failures.put("link", new FileSystemException("x", null, "Operation not permitted"));
    assertEquals(WriteOutcome.Kind.CREATED, create(files, "/new/new.txt", "new").kind());
    assertEquals("new", read(files, "/new/new.txt"));
    assertEquals(WriteOutcome.taken(), create(files, "/new/new.txt", "newer"));
    assertEquals("new", read(files, "/new/new.txt"));
  }

  @Test
  void onAnotherDeviceContentIsCopiedBesideTheTargetFirst() throws Exception {
    OtherDevice other = new OtherDevice();
    try (FileResourceRepository two =
        new FileResourceRepository(
            TamperedFolder.root(root, other), Sync.ALWAYS, Devices.ofSystem())) {
      assertEquals(WriteOutcome.Kind.REPLACED, put(two, "/dir/page.txt", "new").kind());
      assertEquals("new", read(two, "/dir/page.txt"));
      ResourceState state = create(two, "/dir/deep/new.txt", "fresh").state().orElseThrow();
      assertEquals("fresh", read(two, "/dir/deep/new.txt"));
      assertEquals(
          state.modified(),
          Files.getLastModifiedTime(root.resolve("dir/deep/new.txt")).toInstant());
      assertEquals(2, other.refused);
    }
    assertEquals(List.of("", "dir", "dir/deep", "dir/deep/new.txt", "dir/page.txt"), everything());
  }

  /** Moves from the root's staging folder into {@code dir} cross a device, others do not. */
  private final class OtherDevice implements TamperedFolder.Tamper {
    private int refused;
    private Path stagedIn = Path.of("");

    @Override
    public void before(String step, Path at) throws IOException {
      if (step.equals("create")) {
        stagedIn = at.getParent().getParent();
      }
      if (stagedIn.equals(root) && step.equals("link")) {
        throw new FileSystemException("x", null, "Invalid cross-device link");
      }
      if (stagedIn.equals(root) && step.equals("take")) {
        refused++;
        throw new AtomicMoveNotSupportedException("x", "y", "Invalid cross-device link");
      }
    }
  }

  @Test
  void aRootThatMayNotBeWrittenStagesWhereItMay() throws Exception {
    TamperedFolder.Tamper denied =
        (step, at) -> {
          if (step.equals("makeFolder") && at.equals(root.resolve(Names.STAGING))) {
            throw new AccessDeniedException(at.toString());
          }
        };
    try (FileResourceRepository two =
        new FileResourceRepository(
            TamperedFolder.root(root, denied), Sync.NEVER, Devices.ofSystem())) {
      try (Upload upload = staged(two, "/dir/new/new.txt", "new")) {
        assertTrue(Files.isDirectory(root.resolve("dir").resolve(Names.STAGING)));
        assertEquals("MISSING", read(two, "/dir/" + Names.STAGING + "/"));
        assertEquals(
            WriteOutcome.Kind.CREATED, upload.create(path("/dir/new/new.txt"), ALWAYS).kind());
      }
      assertFalse(Files.exists(root.resolve("dir").resolve(Names.STAGING)));
      assertEquals("new", read(two, "/dir/new/new.txt"));
      StorageFailure failure = assertThrows(StorageFailure.class, () -> put(two, "/x.txt", "x"));
      assertEquals(StorageFailure.Kind.DENIED, failure.kind());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 100, 1_000, 1_000_000, 10_000_000, 1_000_000_000, 2_000_000_000L})
  void theNewTimeIsLaterWhateverTheFileSystemRoundsTo(long nanos) throws Exception {
    granularity = Duration.ofNanos(nanos);
    Instant floor = Instant.parse("2100-01-01T00:00:01.999999999Z");
    for (int i = 0; i < 3; i++) {
      Instant least = floor;
      ResourceState state =
          put(files, "/dir/page.txt", "new" + i, current -> Optional.of(least))
              .state()
              .orElseThrow();
      assertTrue(state.modified().isAfter(floor), state + " after " + floor);
      assertEquals(
          state.modified(), Files.getLastModifiedTime(root.resolve("dir/page.txt")).toInstant());
      floor = state.modified();
    }
  }

  @Test
  void wherePastTheEndOfTimeNothingIsStored() {
    assertThrows(
        StorageFailure.class,
        () -> put(files, "/dir/page.txt", "new", current -> Optional.of(Stat.LATEST)));
    assertEquals("old", read(files, "/dir/page.txt"));
  }

  @Test
  void failuresOfReadingAreNotTakenForAbsence() {
    failures.put("look", BROKEN);
    assertThrows(StorageFailure.class, () -> files.find(path("/dir/page.txt")));
    failures.clear();
    failures.put("isEmpty", BROKEN);
    assertThrows(StorageFailure.class, files::check);
  }

  @Test
  void aFailureIsToldByItsReasonAndNotByItsFilesName() {
    assertEquals(StorageFailure.Kind.FULL, kind(new IOException("No space left on device")));
    assertEquals(StorageFailure.Kind.FULL, kind(reason("Disk quota exceeded")));
    assertEquals(StorageFailure.Kind.DENIED, kind(reason("Read-only file system")));
    assertEquals(StorageFailure.Kind.DENIED, kind(reason("Operation not permitted")));
    assertEquals(StorageFailure.Kind.DENIED, kind(new AccessDeniedException("x")));
    assertEquals(StorageFailure.Kind.EXHAUSTED, kind(reason("Too many open files")));
    assertEquals(StorageFailure.Kind.EXHAUSTED, kind(reason("Too many open files in system")));
    assertEquals(StorageFailure.Kind.BROKEN, kind(reason("Input/output error")));
    assertEquals(StorageFailure.Kind.BROKEN, kind(new IOException((String) null)));
  }

  private static FileSystemException reason(String reason) {
    return new FileSystemException("quota no space left read-only.txt", null, reason);
  }

  private StorageFailure.Kind kind(IOException cause) {
    return Failures.of("testing", cause, root).kind();
  }
}
