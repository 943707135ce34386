package org.gatehouse.adapter.filesystem;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTest {
  @TempDir private Path root;

  @Test
  void aFileThatWasRemovedSinceIsLookedForAgain() throws Exception {
    Path file = Files.writeString(root.resolve("a.txt"), "content");
    try (Folder folder = Root.at(root).open()) {
      Site site = new Site(folder, List.of(), "a.txt", Optional.of(folder.look("a.txt")));
      assertTrue(site.isWritable());
      Files.delete(file);
      assertThrows(Raced.class, site::isWritable);
      Files.writeString(file, "another content");
      assertTrue(site.isWritable());
      assertFalse(site.isStillSo());
    }
  }
}
