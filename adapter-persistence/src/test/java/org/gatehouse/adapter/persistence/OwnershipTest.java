package org.gatehouse.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gatehouse.adapter.persistence.OtherServer.Task;
import org.gatehouse.application.port.out.StorageFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class OwnershipTest {
  private static final String IN_USE = "cookies.txt is in use by another server";

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("cookies.txt");
  }

  private String opening() throws IOException {
    try (OtherServer other = OtherServer.start(Task.OPEN_ONLY, file())) {
      return other.line();
    }
  }

  @Test
  void anotherProcessIsKeptOutUntilTheFileIsLetGo() throws IOException {
    try (TextCookieLedger ledger = TextCookieLedger.open(file())) {
      assertThrows(StorageFailure.class, () -> TextCookieLedger.open(file()));
      // The failed attempt in this process must not have dropped the lock.
      assertEquals(IN_USE, opening());
      ledger.record("a");
    }
    assertEquals("opened", opening());
    assertEquals("a\n", Files.readString(file()));
  }

  @Test
  void aProcessIsKeptOutByAnother() throws Exception {
    try (OtherServer other = OtherServer.start(Task.COOKIES_AND_NOISE, file())) {
      other.line();
      StorageFailure failure =
          assertThrows(StorageFailure.class, () -> TextCookieLedger.open(file()));
      assertEquals(IN_USE, failure.getMessage());
      other.killAfter(0);
    }
    TextCookieLedger.open(file()).close();
  }

  @Test
  void oneProcessOpensAFileOnceByWhateverName() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    try (TextCookieLedger ledger = TextCookieLedger.open(real.resolve("cookies.txt"))) {
      StorageFailure failure =
          assertThrows(
              StorageFailure.class, () -> TextCookieLedger.open(link.resolve("cookies.txt")));
      assertEquals(IN_USE, failure.getMessage());
      ledger.flush();
    }
    TextCookieLedger.open(link.resolve("cookies.txt")).close();
  }

  @Test
  void givingBackTwiceDoesNotTakeItFromTheNextOwner() {
    Ownership first = Ownership.take(file());
    first.close();
    Ownership second = Ownership.take(file());
    first.close();
    assertThrows(StorageFailure.class, () -> Ownership.take(file()));
    second.close();
  }

  @Test
  void whatCannotBeOpenedIsGivenBack() {
    for (int i = 0; i < 2; i++) {
      Ownership ownership = Ownership.take(file());
      assertThrows(
          StorageFailure.class,
          () ->
              ownership.orGiveBack(
                  () -> {
                    throw new IOException("No space left on device");
                  }));
    }
    Ownership third = Ownership.take(file());
    assertThrows(
        IllegalStateException.class,
        () ->
            third.orGiveBack(
                () -> {
                  throw new IllegalStateException("a bug");
                }));
    Ownership.take(file()).close();
  }
}
