package org.gatehouse.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeWalkTest {
  @TempDir Path root;

  @BeforeEach
  void tree() throws IOException {
    for (String name :
        new String[] {
          "a.txt", "b/c/d é.txt", ".secret", ".well-known/x", "b/.git/y", "t\tab", "q\\"
        }) {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.createFile(file);
    }
    Files.createDirectory(root.resolve("empty"));
    Files.createSymbolicLink(root.resolve("link.txt"), Path.of("a.txt"));
    Files.createSymbolicLink(root.resolve("loop"), root);
  }

  private Set<String> walk(boolean dotfiles) throws IOException {
    Set<String> paths = new TreeSet<>();
    new TreeWalk(root, dotfiles).forEach(path -> paths.add(path.toString()));
    return paths;
  }

  @Test
  void everythingThatCanBeAResource() throws IOException {
    assertEquals(
        Set.of("/a.txt", "/b/c/d é.txt", "/.well-known/x", "/link.txt", "/loop"), walk(false));
  }

  @Test
  void hiddenNamesToo() throws IOException {
    assertEquals(
        Set.of(
            "/a.txt",
            "/b/c/d é.txt",
            "/.well-known/x",
            "/link.txt",
            "/loop",
            "/.secret",
            "/b/.git/y"),
        walk(true));
  }
}
