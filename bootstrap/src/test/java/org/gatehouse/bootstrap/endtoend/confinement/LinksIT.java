package org.gatehouse.bootstrap.endtoend.confinement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gatehouse.bootstrap.endtoend.JarServer;
import org.gatehouse.bootstrap.endtoend.RawResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Links that lie below the root: read while they lead inside, else refused; never written through.
 */
@Timeout(180)
class LinksIT {
  @TempDir static Path top;
  private static Surroundings around;
  private static JarServer server;
  private static Map<String, String> before;

  @BeforeAll
  static void start() throws IOException {
    around = Surroundings.in(top);
    before = around.everything();
    JarServer.Launch launch = around.launch().file("folder/deep/leaf.txt", "leaf");
    Files.createDirectories(around.root().resolve("linked-index"));
    link("file.txt", "page.txt");
    link("absolute.txt", around.root().resolve("page.txt").toString());
    link("inside", "folder");
    link("folder/up", "..");
    link("chain.txt", "inside/up/file.txt");
    link("self", ".");
    link("out.txt", "../secret.txt");
    link("out-absolute.txt", around.outside().resolve("secret.txt").toString());
    link("out", around.outside().toString());
    link("out-chain.txt", "out/secret.txt");
    link("above", "..");
    link("top", "/");
    link("dangling.txt", "nowhere.txt");
    link("dangling-out.txt", "../nowhere.txt");
    link("loop.txt", "loop.txt");
    link("loop-a", "loop-b");
    link("loop-b", "loop-a/x");
    link("zero.txt", "/dev/zero");
    link("page.txt.gz", "../secret.txt");
    link("linked-index/index.html", "../../secret.txt");
    server = launch.options("--cache-valid", "0s").start();
  }

  private static void link(String name, String target) throws IOException {
    Files.createSymbolicLink(around.root().resolve(name), Path.of(target));
  }

  @AfterAll
  static void stopAndLookAround() throws IOException {
    server.close();
    assertEquals(before, around.everything());
    // JUnit would warn of what it rightly does not follow.
    Files.delete(around.root().resolve("top"));
    Files.delete(around.root().resolve("zero.txt"));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # path,                            GET, PUT, DELETE
          /file.txt,                         200, 403, 403
          /absolute.txt,                     200, 403, 403
          /chain.txt,                        200, 403, 403
          /inside/page.txt,                  200, 403, 403
          /inside/up/self/inside/page.txt,   200, 403, 403
          /inside/new.txt,                   404, 403, 403
          /inside/new/new.txt,               404, 403, 403
          /inside,                           301, 403, 403
          /inside/,                          404, 409, 409
          /out.txt,                          403, 403, 403
          /out-absolute.txt,                 403, 403, 403
          /out-chain.txt,                    403, 403, 403
          /out,                              403, 403, 403
          /out/,                             403, 409, 403
          /out/secret.txt,                   403, 403, 403
          /out/new.txt,                      403, 403, 403
          /out/new/new.txt,                  403, 403, 403
          /above/secret.txt,                 403, 403, 403
          /above/www/page.txt,               403, 403, 403
          /inside/up/out.txt,                403, 403, 403
          /top/etc/passwd,                   403, 403, 403
          /dangling.txt,                     403, 403, 403
          /dangling-out.txt,                 403, 403, 403
          /dangling.txt/new.txt,             403, 403, 403
          /loop.txt,                         403, 403, 403
          /loop.txt/new.txt,                 403, 403, 403
          /loop-a,                           403, 403, 403
          /zero.txt,                         403, 403, 403
          /linked-index/,                    403, 409, 409
          /linked-index/index.html,          403, 403, 403
          """)
  void isReadInsideAndNeverWritten(String path, int get, int put, int delete) throws IOException {
    try (Conversation client = new Conversation(server)) {
      RawResponse read = client.ask("GET", path, "");
      assertEquals(get, read.status(), read::toString);
      assertEquals(get, client.status("HEAD", path));
      assertEquals(put, client.status("PUT", path));
      assertEquals(delete, client.status("DELETE", path));
      assertEquals(get == 200 ? "page" : "", get == 200 ? read.text() : "");
    }
  }

  @Test
  void nothingIsPostedToALinkOrThroughOne() throws IOException {
    String form =
        "--x\r\nContent-Disposition: form-data; name=f; filename=\"f.txt\"\r\n\r\nnew\r\n--x--\r\n";
    String type = "Content-Type: multipart/form-data; boundary=x\r\n";
    try (Conversation client = new Conversation(server)) {
      for (String path : List.of("/file.txt", "/out.txt", "/out/secret.txt", "/dangling-out.txt")) {
        assertEquals(403, client.status("POST", path), path);
      }
      for (String path : List.of("/inside/", "/out/", "/above/", "/top/", "/loop-a/")) {
        assertEquals(403, client.status("POST", path), path);
        assertEquals(403, client.ask("POST", path, type, form).status(), path);
      }
    }
  }

  @Test
  void aSidecarThatIsALinkIsNone() throws IOException {
    try (Conversation client = new Conversation(server)) {
      RawResponse page = client.ask("GET", "/page.txt", "Accept-Encoding: gzip\r\n");
      assertEquals("page", page.text());
      assertTrue(page.field("Content-Encoding").isEmpty());
      assertEquals(403, client.status("GET", "/page.txt.gz"));
    }
  }

  @Test
  void aStagingFolderThatIsALinkIsNotUsed() throws IOException {
    link(".gatehouse-staging", around.outside().toString());
    try (Conversation client = new Conversation(server)) {
      assertEquals(403, client.status("PUT", "/new.txt"));
      assertEquals(404, client.status("GET", "/.gatehouse-staging/secret.txt"));
    } finally {
      Files.delete(around.root().resolve(".gatehouse-staging"));
    }
  }
}
