package org.gatehouse.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.gatehouse.bootstrap.option.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
  @TempDir Path folder;

  private static String failure(Path path) {
    return assertThrows(StartFailure.class, () -> Folders.requireReadable(path, Setting.ROOT))
        .getMessage();
  }

  @Test
  void aFolderIsReadable() throws StartFailure {
    Folders.requireReadable(folder, Setting.ROOT);
  }

  @Test
  void whatIsMissingOrNoFolderIsNot() throws IOException {
    Path missing = folder.resolve("missing");
    assertEquals("--root: the folder '" + missing + "' does not exist", failure(missing));
    Path file = Files.createFile(folder.resolve("file"));
    assertEquals("--root: the folder '" + file + "' is not a folder", failure(file));
  }

  @Test
  void whatIsMissingIsMade() throws StartFailure, IOException {
    Path deep = folder.resolve("a").resolve("b");
    Folders.create(deep, Setting.VAR);
    assertTrue(Files.isDirectory(deep));
    Folders.create(deep, Setting.VAR);
    Path link = Files.createSymbolicLink(folder.resolve("link"), deep);
    Folders.create(link, Setting.VAR);
  }

  @Test
  void whereAFileStandsNothingIsMade() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertEquals(
        "--var: the folder '" + file + "' cannot be made: a file has this name",
        assertThrows(StartFailure.class, () -> Folders.create(file, Setting.VAR)).getMessage());
    Path below = file.resolve("below");
    assertTrue(
        assertThrows(StartFailure.class, () -> Folders.create(below, Setting.VAR))
            .getMessage()
            .startsWith("--var: the folder '" + below + "' cannot be made: "));
  }

  @Test
  void insideIsBelowOrTheSameWithLinksResolved() throws IOException {
    Path www = Files.createDirectory(folder.resolve("www"));
    Path var = Files.createDirectory(www.resolve("var"));
    Path beside = Files.createDirectory(folder.resolve("www2"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), var);
    assertTrue(Folders.isInside(var, www));
    assertTrue(Folders.isInside(www, www));
    assertTrue(Folders.isInside(link, www));
    assertFalse(Folders.isInside(beside, www));
    assertFalse(Folders.isInside(www, var));
    assertFalse(Folders.isInside(folder.resolve("missing"), www));
  }

  @Test
  void reasonsAreInWords() {
    assertEquals("permission denied", Folders.reason(new AccessDeniedException("/x")));
    assertEquals(
        "No space left", Folders.reason(new FileSystemException("/x", null, "No space left")));
    assertEquals("does not exist", Folders.reason(new NoSuchFileException("/x")));
    assertEquals("broken", Folders.reason(new IOException("broken")));
  }
}
