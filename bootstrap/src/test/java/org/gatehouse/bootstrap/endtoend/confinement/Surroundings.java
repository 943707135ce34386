package org.gatehouse.bootstrap.endtoend.confinement;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gatehouse.bootstrap.endtoend.JarServer;
import org.gatehouse.bootstrap.endtoend.RawResponse;

/**
 * What lies around a root and is nobody's business: a secret beside it, one above, and one in a
 * folder whose name begins like the root's.
 *
 * @param top holds everything
 */
record Surroundings(Path top) {
  /** What no answer may hold. */
  static final String SECRET = "swordfish-3f9c";

  /** What the server may write. */
  private static final List<String> OWN = List.of("www", "var", "kept");

  /** Puts the secrets there. */
  static Surroundings in(Path top) throws IOException {
    Surroundings made = new Surroundings(top);
    for (String secret :
        List.of(
            "secret.txt",
            "site/secret.txt",
            "site/www-secret/secret.txt",
            "site/kept-secret/secret.txt")) {
      Path file = top.resolve(secret);
      Files.createDirectories(file.getParent());
      Files.writeString(file, SECRET);
    }
    return made;
  }

  /** Where {@code www} and {@code var} are. */
  Path site() {
    return top.resolve("site");
  }

  Path root() {
    return site().resolve("www");
  }

  /** A folder outside the root, with a secret in it. */
  Path outside() {
    return site().resolve("www-secret");
  }

  /** Prepares a server among these. */
  JarServer.Launch launch() {
    return JarServer.in(site())
        .file("page.txt", "page")
        .file("folder/page.txt", "page")
        .options("--auth", "me:opensesame", "--sync", "never", "--max-body", "1M");
  }

  /** Everything outside with what it holds and when it was written. */
  Map<String, String> everything() throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(top)) {
      paths
          .filter(path -> OWN.stream().noneMatch(own -> path.startsWith(site().resolve(own))))
          .filter(path -> !path.equals(site()))
          .forEach(path -> all.put(path.toString(), described(path)));
    }
    return all;
  }

  private static String described(Path path) {
    try {
      String time = Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toString();
      return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
          ? time + " " + Files.readString(path)
          : time;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** No octet of the secret is in an answer, wherever. */
  static void assertSilent(RawResponse response) {
    String content = new String(response.content(), ISO_8859_1);
    assertFalse(content.contains(SECRET), content);
    assertFalse((response.statusLine() + response.lines()).contains(SECRET), response::toString);
  }
}
