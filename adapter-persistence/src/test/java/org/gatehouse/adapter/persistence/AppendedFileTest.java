package org.gatehouse.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Writes that fail. An interrupted thread stands in for a disk that does. */
class AppendedFileTest {
  @TempDir Path folder;
  private final Said said = new Said();
  private Path path;
  private AppendedFile file;

  @BeforeEach
  void open() {
    path = folder.resolve("lines.txt");
    file = new AppendedFile(path, new CookieFile(path, 1_000, said.warnings()), said.warnings());
  }

  @AfterEach
  void close() throws IOException {
    file.close();
  }

  private static ByteBuffer lines(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void assertFails(Executable action) {
    Thread.currentThread().interrupt();
    try {
      assertThrows(ClosedByInterruptException.class, action);
    } finally {
      assertTrue(Thread.interrupted());
    }
  }

  @Test
  void whatAFailedWriteLeftIsCutOffAndTheLinesAreThereOnce() throws IOException {
    file.append(lines("a\n"));
    assertFails(() -> file.append(lines("b\nc\n")));
    Files.writeString(path, "a\nb\nc");
    file.append(lines("b\nc\n"));
    assertEquals("a\nb\nc\n", Files.readString(path));
    file.append(lines("d\n"));
    assertEquals("a\nb\nc\nd\n", Files.readString(path));
    assertEquals(List.of(), said.warned());
  }

  @Test
  void whatAFailedForceLeftInDoubtIsOpenedAnew() throws IOException {
    file.append(lines("a\n"));
    assertFails(file::force);
    file.append(lines("b\n"));
    file.force();
    assertEquals("a\nb\n", Files.readString(path));
    assertEquals(List.of(), said.warned());
  }

  @Test
  void closingTwiceIsClosingOnceAndAppendingOpensAgain() throws IOException {
    file.append(lines("a\n"));
    file.close();
    file.close();
    file.force();
    file.append(lines("b\n"));
    assertEquals("a\nb\n", Files.readString(path));
  }

  @Test
  void emptyAppendsOnlyMakeTheFile() throws IOException {
    file.append(lines(""));
    file.append(lines(""));
    assertEquals("", Files.readString(path));
    assertEquals(List.of(), said.warned());
  }
}
