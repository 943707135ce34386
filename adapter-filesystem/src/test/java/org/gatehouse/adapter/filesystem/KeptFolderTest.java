package org.gatehouse.adapter.filesystem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptFolderTest {
  @TempDir private Path temp;
  private final KeptFolder opener = new KeptFolder();

  @AfterEach
  void close() {
    opener.close();
  }

  private Path folder(String name, String file) throws IOException {
    Path folder = Files.createDirectories(temp.resolve(name));
    Files.createFile(folder.resolve(file));
    return folder;
  }

  private List<String> names(Path root) throws IOException {
    try (Folder folder = opener.open(root)) {
      return folder.names();
    }
  }

  private long openAt(Path path) throws IOException {
    Path descriptors = Path.of("/proc/self/fd");
    assumeTrue(Files.isDirectory(descriptors));
    try (Stream<Path> all = Files.list(descriptors)) {
      return all.filter(fd -> leadsTo(fd, path)).count();
    }
  }

  private static boolean leadsTo(Path descriptor, Path path) {
    try {
      return Files.readSymbolicLink(descriptor).startsWith(path.toRealPath());
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }

  @Test
  void itStaysOpenBetweenItsUsers() throws IOException {
    Path root = folder("root", "a");
    assertEquals(0, openAt(root));
    names(root);
    long once = openAt(root);
    for (int i = 0; i < 10; i++) {
      assertEquals(List.of("a"), names(root));
    }
    assertEquals(once, openAt(root));
    opener.close();
    assertEquals(0, openAt(root));
  }

  @Test
  void anotherFolderUnderTheSamePathIsSeenAtOnce() throws IOException {
    Path root = folder("root", "old");
    assertEquals(List.of("old"), names(root));
    Files.move(root, temp.resolve("away"));
    assertThrows(NoSuchFileException.class, () -> opener.open(root));
    Files.createFile(root);
    assertThrows(NotDirectoryException.class, () -> opener.open(root));
    Files.delete(root);
    folder("root", "new");
    assertEquals(List.of("new"), names(root));
    assertEquals(0, openAt(temp.resolve("away")), "the old one is let go of");
  }

  @Test
  void aLinkThatIsPointedElsewhereIsFollowedAtOnce() throws IOException {
    Path link = Files.createSymbolicLink(temp.resolve("link"), folder("one", "1"));
    assertEquals(List.of("1"), names(link));
    Files.delete(link);
    Files.createSymbolicLink(link, folder("two", "2"));
    assertEquals(List.of("2"), names(link));
  }

  @Test
  void whoStillUsesTheOldFolderKeepsIt() throws IOException {
    Path root = folder("root", "old");
    try (Folder old = opener.open(root)) {
      Files.move(root, temp.resolve("away"));
      folder("root", "new");
      assertEquals(List.of("new"), names(root));
      assertEquals(List.of("old"), old.names());
      opener.close();
      assertEquals(List.of("old"), old.names());
    }
    assertEquals(0, openAt(temp.resolve("away")));
  }

  @Test
  void toCloseAUseTwiceDoesNoHarm() throws IOException {
    Path root = folder("root", "a");
    Folder first = opener.open(root);
    try (Folder second = opener.open(root)) {
      first.close();
      first.close();
      opener.close();
      assertEquals(List.of("a"), second.names());
    }
  }
}
