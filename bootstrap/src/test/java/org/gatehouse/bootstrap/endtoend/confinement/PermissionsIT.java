package org.gatehouse.bootstrap.endtoend.confinement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gatehouse.bootstrap.endtoend.JarServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the system lets a server's user do, and what not. Where the tests run as root, which may do
 * everything, the server runs as nobody.
 */
@Timeout(60)
class PermissionsIT {
  private static final int NOBODY = 65534;
  private static final List<String> AS_NOBODY =
      List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

  @TempDir static Path top;
  private static Surroundings around;
  private static JarServer server;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(Files.getFileStore(top).supportsFileAttributeView("posix"), "there are modes");
    around = Surroundings.in(top);
    JarServer.Launch launch =
        around
            .launch()
            .options("--cache-valid", "0s")
            .file("unreadable.txt", "hers")
            .file("unreadable.txt.gz", "hers")
            .file("readonly.txt", "his")
            .file("sidecar.txt", "plain")
            .file("sidecar.txt.gz", "hers")
            .file("closed/page.txt", "hers")
            .file("closed/index.html", "hers")
            .file("unlisted/page.txt", "hers")
            .file("unsearched/page.txt", "hers")
            .file("fixed/page.txt", "his")
            .file("fixed/open/page.txt", "ours");
    if (Files.isWritable(Path.of("/"))) {
      giveToNobody();
      launch.within(AS_NOBODY.toArray(String[]::new));
    }
    mode("unreadable.txt", "-w--w--w-");
    mode("sidecar.txt.gz", "---------");
    mode("readonly.txt", "r--r--r--");
    mode("closed", "---------");
    mode("unlisted", "--x--x--x");
    mode("unsearched", "rw-rw-rw-");
    mode("fixed", "r-xr-xr-x");
    server = launch.start();
  }

  /** Skips the test where nobody cannot run the jar, as when it lies in root's own folder. */
  private static void giveToNobody() throws Exception {
    try (Stream<Path> all = Files.walk(top)) {
      for (Path path : all.toList()) {
        Files.setAttribute(path, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
      }
    }
    for (String file :
        List.of(
            System.getProperty("gatehouse.jar"),
            Path.of(System.getProperty("java.home"), "lib", "modules").toString(),
            around.root().resolve("page.txt").toString())) {
      List<String> line = new ArrayList<>(AS_NOBODY);
      line.addAll(List.of("test", "-r", file));
      assumeTrue(succeeds(line), "nobody can read " + file);
    }
  }

  private static boolean succeeds(List<String> line) throws InterruptedException {
    try {
      return new ProcessBuilder(line).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException noSuchCommand) {
      return false;
    }
  }

  private static void mode(String path, String mode) throws IOException {
    Files.setPosixFilePermissions(
        around.root().resolve(path), PosixFilePermissions.fromString(mode));
  }

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
    }
    for (String folder : List.of("closed", "unlisted", "unsearched", "fixed")) {
      if (Files.exists(around.root().resolve(folder))) {
        mode(folder, "rwxr-xr-x");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # path,                     GET, PUT, POST, DELETE
          /unreadable.txt,            403, 200, 201,  200
          /readonly.txt,              200, 403, 403,  403
          /closed/page.txt,           403, 403, 403,  403
          /closed/none.txt,           403, 403, 403,  403
          /closed/none/none.txt,      403, 403, 403,  403
          /closed/,                   403, 409, 403,  409
          /closed,                    301, 409, 409,  409
          /unlisted/page.txt,         403, 403, 403,  403
          /unsearched/page.txt,       403, 403, 403,  403
          /fixed/page.txt,            200, 403, 403,  403
          /fixed/none.txt,            404, 403, 403,  404
          /fixed/none/none.txt,       404, 403, 403,  404
          /fixed/,                    404, 409, 403,  409
          /fixed/open/page.txt,       200, 200, 201,  200
          /none.txt,                  404, 201, 201,  200
          """)
  void whatTheSystemForbidsIs403(String path, int get, int put, int post, int delete)
      throws IOException {
    try (Conversation client = new Conversation(server)) {
      assertEquals(List.of(get, get, put, post, delete), client.statuses(path));
    }
  }

  @ParameterizedTest
  @CsvSource({"gzip", "identity", "'br, gzip'"})
  void aSidecarThatMayNotBeReadIsNone(String codings) throws IOException {
    try (Conversation client = new Conversation(server)) {
      String accept = "Accept-Encoding: " + codings + "\r\n";
      assertEquals("plain", client.ask("GET", "/sidecar.txt", accept).text());
      assertEquals(403, client.ask("GET", "/sidecar.txt.gz", accept).status());
    }
  }
}
