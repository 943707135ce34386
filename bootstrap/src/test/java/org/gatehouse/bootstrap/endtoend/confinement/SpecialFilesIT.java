package org.gatehouse.bootstrap.endtoend.confinement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.gatehouse.bootstrap.endtoend.JarServer;
import org.gatehouse.bootstrap.endtoend.RawClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is no file and no folder is refused, by a server with one worker only: had it waited once,
 * nothing would be answered any more.
 */
@Timeout(60)
class SpecialFilesIT {
  @TempDir static Path top;
  private static Path root;
  private static JarServer server;

  @BeforeAll
  static void start() throws IOException {
    Surroundings around = Surroundings.in(top);
    root = around.root();
    server = around.launch().options("--workers", "1", "--cache-valid", "0s").start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void noWorkerIsHeld() throws Exception {
    try (RawClient client = server.connect()) {
      assertEquals("page", client.get("/page.txt").text());
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
      String figures = client.get("/metrics").text();
      // The worker that answered may still be on its way home.
      while (!figures.contains("\"active_workers\":0,") && System.nanoTime() < end) {
        figures = client.get("/metrics").text();
      }
      assertEquals(
          "\"total_workers\":1,\"active_workers\":0,\"idle_workers\":1,\"queue_depth\":0,\"shed_requests\":0",
          figures.replaceAll("(?s).*\"thread_pool\":\\{([^}]*)}.*", "$1"));
    }
  }

  private static void make(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      assumeTrue(process.waitFor() == 0, command[0] + " works here");
    } catch (IOException none) {
      assumeTrue(false, command[0] + " is there");
    }
  }

  private static void assertRefused(String name) throws IOException {
    String path = "/" + name;
    try (Conversation client = new Conversation(server)) {
      for (String method : new String[] {"GET", "HEAD", "PUT", "POST", "DELETE"}) {
        assertEquals(403, client.status(method, path), method);
      }
      assertEquals(403, client.ask("GET", path, "Range: bytes=0-9\r\n").status());
      assertEquals(404, client.status("GET", path + "/"));
      assertEquals(404, client.status("GET", path + "/below.txt"));
      assertEquals(403, client.status("PUT", path + "/below.txt"));
    }
  }

  @Test
  void aFifo() throws Exception {
    make("mkfifo", root.resolve("fifo.txt").toString());
    assertRefused("fifo.txt");
    Files.createSymbolicLink(root.resolve("linked.txt"), Path.of("fifo.txt"));
    try (Conversation client = new Conversation(server)) {
      assertEquals(403, client.status("GET", "/linked.txt"));
    }
  }

  @Test
  void aFifoAsSidecarIndexOrStoredName() throws Exception {
    Files.createDirectory(root.resolve("index"));
    make("mkfifo", root.resolve("page.txt.gz").toString());
    make("mkfifo", root.resolve("index/index.html").toString());
    try (Conversation client = new Conversation(server)) {
      assertEquals("page", client.ask("GET", "/page.txt", "Accept-Encoding: gzip\r\n").text());
      assertEquals(403, client.status("GET", "/index/"));
      assertEquals(403, client.status("PUT", "/page.txt.gz"));
    } finally {
      Files.delete(root.resolve("page.txt.gz"));
    }
  }

  @Test
  void aSocket() throws Exception {
    // Bound by a short path: the address of a socket has room for about a hundred octets.
    Path name = Files.createTempDirectory("gh").resolve("s");
    try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(name));
      Files.move(name, root.resolve("socket.txt"));
      assertRefused("socket.txt");
    } finally {
      Files.deleteIfExists(name);
      Files.delete(name.getParent());
    }
  }

  @Test
  void aDevice() throws Exception {
    make("mknod", root.resolve("zero.txt").toString(), "c", "1", "5");
    assertRefused("zero.txt");
  }
}
