package org.gatehouse.adapter.filesystem;

import static org.gatehouse.adapter.filesystem.Repositories.create;
import static org.gatehouse.adapter.filesystem.Repositories.found;
import static org.gatehouse.adapter.filesystem.Repositories.path;
import static org.gatehouse.adapter.filesystem.Repositories.put;
import static org.gatehouse.adapter.filesystem.Repositories.read;
import static org.gatehouse.adapter.filesystem.Repositories.remove;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gatehouse.application.port.out.Obstacle;
import org.gatehouse.application.port.out.WriteOutcome;
import org.gatehouse.domain.negotiation.ContentCoding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** FIFOs and sockets: to open one would wait for ever. */
@Timeout(60)
class SpecialFileTest {
  private static final WriteOutcome DENIED = WriteOutcome.hindered(Obstacle.DENIED);

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

  private static void makeFifo(Path path) throws InterruptedException {
    try {
      Process mkfifo = new ProcessBuilder("mkfifo", path.toString()).inheritIO().start();
      assumeTrue(mkfifo.waitFor() == 0, "mkfifo works");
    } catch (IOException none) {
      assumeTrue(false, "mkfifo is there");
    }
  }

  private void assertDenied(String path) {
    assertEquals("DENIED", read(files, path));
    assertEquals("MISSING", read(files, path + "/"));
    assertEquals("MISSING", read(files, path + "/below"));
    assertEquals(Optional.of(Obstacle.DENIED), files.obstacle(path(path)));
    assertEquals(DENIED, put(files, path, "x"));
    assertEquals(DENIED, put(files, path + "/below", "x"));
    assertEquals(DENIED, remove(files, path));
    assertEquals(WriteOutcome.hindered(Obstacle.DENIED), create(files, path, "x"));
  }

  @Test
  void aFifoIsDeniedWithoutWaiting() throws Exception {
    makeFifo(root.resolve("fifo.txt"));
    assertDenied("/fifo.txt");
    Files.createSymbolicLink(root.resolve("link.txt"), Path.of("fifo.txt"));
    assertEquals("DENIED", read(files, "/link.txt"));
  }

  @Test
  void aFifoIsNoSidecar() throws Exception {
    put(files, "/page.txt", "page");
    makeFifo(root.resolve("page.txt.gz"));
    assertEquals(1, found(files, "/page.txt").variants().size());
    assertEquals(Optional.empty(), found(files, "/page.txt").open(ContentCoding.GZIP));
  }

  @Test
  void aFifoInTheStagingFolderStopsNobody() throws Exception {
    Path staging = Files.createDirectory(root.resolve(Names.STAGING));
    makeFifo(staging.resolve("dead.lock"));
    try (FileResourceRepository next = new FileResourceRepository(root, Sync.NEVER)) {
      assertEquals(WriteOutcome.Kind.CREATED, put(next, "/x.txt", "x").kind());
    }
    Files.delete(staging.resolve("dead.lock"));
    Files.delete(staging);
  }

  @Test
  void aSocketIsDenied() throws Exception {
    Path path = root.resolve("s.txt");
    try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(path));
      assertDenied("/s.txt");
      assertTrue(Files.exists(path));
    }
  }
}
