package org.gatehouse.adapter.filesystem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gatehouse.application.contract.SpoolContract;
import org.gatehouse.application.port.out.Spool;
import org.gatehouse.application.port.out.StorageFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolFolderTest extends SpoolContract {
  private static final int MOST = 2_000_000;

  @TempDir Path folder;
  private SpoolFolder spool;

  @Override
  protected Spool open() {
    spool = new SpoolFolder(folder, MOST);
    return spool;
  }

  @Override
  protected void assertNothingOpen() throws IOException {
    assertEquals(0, spool.used());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(), files.toList());
    }
  }

  @Test
  void whoeverWouldTakeTooMuchIsRefusedAndGivesBackWhatHeHas() {
    try (Spool.Draft first = spool.begin();
        Spool.Draft second = spool.begin()) {
      first.write(ByteBuffer.allocate(1_500_000));
      StorageFailure failure =
          assertThrows(
              StorageFailure.class, () -> second.write(ByteBuffer.allocate(MOST - 1_500_000 + 1)));
      assertEquals(StorageFailure.Kind.EXHAUSTED, failure.kind());
      second.write(ByteBuffer.allocate(MOST - 1_500_000));
      assertEquals(MOST, spool.used());
    }
  }

  @Test
  void aFolderThatIsGoneIsAFailure() {
    SpoolFolder lost = new SpoolFolder(folder.resolve("gone"), MOST);
    try (Spool.Draft draft = lost.begin()) {
      draft.write(ByteBuffer.allocate(100));
      assertThrows(StorageFailure.class, () -> draft.write(ByteBuffer.allocate(100_000)));
    }
    assertEquals(0, lost.used());
  }
}
