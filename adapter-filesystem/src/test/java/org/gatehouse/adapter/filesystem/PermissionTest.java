package org.gatehouse.adapter.filesystem;

import static org.gatehouse.adapter.filesystem.Repositories.found;
import static org.gatehouse.adapter.filesystem.Repositories.path;
import static org.gatehouse.adapter.filesystem.Repositories.put;
import static org.gatehouse.adapter.filesystem.Repositories.read;
import static org.gatehouse.adapter.filesystem.Repositories.remove;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.gatehouse.application.port.out.Obstacle;
import org.gatehouse.application.port.out.Resource;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.application.port.out.Upload;
import org.gatehouse.application.port.out.WriteOutcome;
import org.gatehouse.domain.negotiation.ContentCoding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PermissionTest {
  private static final WriteOutcome DENIED = WriteOutcome.hindered(Obstacle.DENIED);

  @TempDir private Path root;
  private FileResourceRepository files;

  @BeforeEach
  void setUp() throws Exception {
    assumeTrue(Files.getFileStore(root).supportsFileAttributeView("posix"), "there are modes");
    files = new FileResourceRepository(root, Sync.NEVER);
    put(files, "/dir/page.txt", "page");
  }

  @AfterEach
  void nothingIsLeft() throws Exception {
    mode("dir", "rwxr-xr-x");
    Leftovers.assertNone(root, files);
  }

  private void mode(String path, String mode) throws Exception {
    Files.setPosixFilePermissions(root.resolve(path), PosixFilePermissions.fromString(mode));
  }

  private String mode(String path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(path)));
  }

  private void assumeModesCount() {
    assumeFalse(Files.isWritable(Path.of("/")), "root may do everything");
  }

  @Test
  void whatNobodyMayReadIsDenied() throws Exception {
    Resource seen = found(files, "/dir/page.txt");
    mode("dir/page.txt", "-w--w--w-");
    assertEquals("DENIED", read(files, "/dir/page.txt"));
    StorageFailure failure =
        assertThrows(StorageFailure.class, () -> seen.open(ContentCoding.IDENTITY));
    assertEquals(StorageFailure.Kind.DENIED, failure.kind());
  }

  @Test
  void aSidecarThatNobodyMayReadIsNone() throws Exception {
    put(files, "/dir/page.txt.br", "brotli");
    assertEquals(2, found(files, "/dir/page.txt").variants().size());
    mode("dir/page.txt.br", "-w-------");
    assertEquals(1, found(files, "/dir/page.txt").variants().size());
    assertEquals(Optional.empty(), found(files, "/dir/page.txt").open(ContentCoding.BROTLI));
  }

  @Test
  void whatNobodyMayWriteIsNeitherReplacedNorRemoved() throws Exception {
    mode("dir/page.txt", "r--r--r--");
    assertEquals(Optional.of(Obstacle.DENIED), files.obstacle(path("/dir/page.txt")));
    assertEquals(DENIED, put(files, "/dir/page.txt", "new"));
    assertEquals(DENIED, remove(files, "/dir/page.txt"));
    assertEquals("page", read(files, "/dir/page.txt"));
  }

  @Test
  void aFolderThatMayNotBeSearchedHidesWhatIsInIt() throws Exception {
    assumeModesCount();
    mode("dir", "---------");
    assertEquals("DENIED", read(files, "/dir/page.txt"));
    assertEquals("DENIED", read(files, "/dir/none.txt"));
    assertEquals("FOLDER", read(files, "/dir/"));
    assertEquals(DENIED, put(files, "/dir/page.txt", "new"));
  }

  @Test
  void aFolderThatMayNotBeWrittenKeepsWhatItHas() throws Exception {
    assumeModesCount();
    mode("dir", "r-xr-xr-x");
    assertEquals(DENIED, put(files, "/dir/page.txt", "new"));
    assertEquals(DENIED, put(files, "/dir/new.txt", "new"));
    assertEquals(DENIED, put(files, "/dir/new/new.txt", "new"));
    assertEquals(DENIED, remove(files, "/dir/page.txt"));
    assertEquals(WriteOutcome.missing(), remove(files, "/dir/none.txt"));
    assertEquals("page", read(files, "/dir/page.txt"));
  }

  @Test
  void aFileOfOthersIsDenied() throws Exception {
    assumeModesCount();
    mode("dir/page.txt", "----w--w-");
    assertEquals("DENIED", read(files, "/dir/page.txt"));
    mode("dir/page.txt", "r--rw-rw-");
    assertEquals(DENIED, remove(files, "/dir/page.txt"));
  }

  @Test
  void aNewFileGetsTheUsualModeAndAReplacedOneKeepsItsOwn() throws Exception {
    Files.createFile(root.resolve("usual"));
    Files.createDirectory(root.resolve("usual-dir"));
    put(files, "/new/page.txt", "x");
    assertEquals(mode("usual"), mode("new/page.txt"));
    assertEquals(mode("usual-dir"), mode("new"));
    for (String mode : new String[] {"rw-------", "rwxrw-r--", "-w--w----"}) {
      mode("dir/page.txt", mode);
      assertEquals(WriteOutcome.Kind.REPLACED, put(files, "/dir/page.txt", mode).kind());
      assertEquals(mode, mode("dir/page.txt"));
      assertEquals(mode.length(), Files.size(root.resolve("dir/page.txt")));
    }
  }

  @Test
  void nobodyElseLooksAtWhatIsStaged() throws Exception {
    try (Upload upload = files.stage(path("/secret.txt"))) {
      upload.write(ByteBuffer.allocate(1));
      assertEquals("rwx------", mode(Names.STAGING));
    }
  }
}
