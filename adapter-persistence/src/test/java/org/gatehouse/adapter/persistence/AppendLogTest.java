package org.gatehouse.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gatehouse.application.port.out.StorageFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The thread and its memory, without a file. */
@Timeout(120)
class AppendLogTest {
  private static final IOException DISK_FULL = new IOException("No space left on device");

  @TempDir Path folder;
  private final Said said = new Said();
  private final ScriptedFile file = new ScriptedFile();
  private AppendLog log;

  @BeforeEach
  void open() throws IOException {
    log = AppendLog.open(folder.resolve("lines.txt"), file, Duration.ZERO, said.warnings());
  }

  @AfterEach
  void close() {
    file.release();
    try {
      log.close();
    } catch (StorageFailure meant) {
      assertTrue(file.isClosed());
    }
  }

  @Test
  void whatIsFlushedIsWrittenAndForced() {
    log.append("a");
    log.append("b");
    log.flush();
    assertEquals("a\nb\n", file.content());
    assertEquals(file.batches().size(), file.forced());
  }

  @Test
  void linesThatComeWhileTheDiskIsBusyGoOutInOneWrite() {
    file.hold();
    log.append("first");
    file.awaitHeld();
    StringBuilder gathered = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      log.append("line " + i);
      gathered.append("line ").append(i).append('\n');
    }
    file.release();
    log.flush();
    assertEquals(List.of("first\n", gathered.toString()), file.batches());
  }

  @Test
  void aLineWaitsForOthersUntilSomebodyFlushesOrTooManyWait() throws IOException {
    ScriptedFile gathered = new ScriptedFile();
    Path path = folder.resolve("gathered.txt");
    try (AppendLog patient = AppendLog.open(path, gathered, Duration.ofDays(1), said.warnings())) {
      patient.append("a");
      patient.append("b");
      assertEquals("", gathered.content());
      patient.flush();
      assertEquals("a\nb\n", gathered.content());
      String large = "x".repeat(AppendLog.MAX_WAITING / 8);
      gathered.hold();
      patient.append(large);
      gathered.awaitHeld();
      gathered.release();
    }
  }

  @Test
  void aDiskThatHangsDoesNotHoldUpWhoeverRecordsAndBoundsMemory() {
    file.hold();
    log.append("first");
    file.awaitHeld();
    String line = "x".repeat(1023);
    int fitting = AppendLog.MAX_WAITING / 1024;
    for (int i = 0; i < fitting + 3; i++) {
      log.append(line);
    }
    file.release();
    StorageFailure lost = assertThrows(StorageFailure.class, log::flush);
    assertEquals(
        "lines.txt has lost 3 lines: there was no room for them in memory", lost.getMessage());
    assertEquals(List.of(lost.getMessage()), said.warned());
    assertEquals("first\n".length() + fitting * 1024, file.content().length());
    log.append("later");
    log.flush();
    assertTrue(file.content().endsWith("x\nlater\n"));
  }

  @Test
  void aLossIsSaidAgainOnlyWhenItHasGrown() {
    file.hold();
    log.append("first");
    file.awaitHeld();
    log.append("x".repeat(AppendLog.MAX_WAITING));
    file.release();
    for (int i = 0; i < 3; i++) {
      said.passNanos(1_000_000_000);
      int before = file.attempts();
      log.check();
      while (file.attempts() == before) {
        Thread.onSpinWait();
      }
    }
    assertThrows(StorageFailure.class, log::flush);
    assertEquals(
        List.of("lines.txt has lost 1 lines: there was no room for them in memory"), said.warned());
    log.flush();
  }

  @Test
  void refusedLinesAreNoLossWhereTheFileCanRestoreThem() {
    file.restoreLost();
    file.hold();
    log.append("first");
    file.awaitHeld();
    log.append("x".repeat(AppendLog.MAX_WAITING));
    file.release();
    log.flush();
    log.flush();
    assertEquals(1, file.restored());
    assertEquals(List.of(), said.warned());
  }

  @Test
  void aFailureKeepsTheLinesAndALaterSuccessWritesThemOnce() {
    file.failAppend(DISK_FULL);
    log.append("a");
    StorageFailure failure = assertThrows(StorageFailure.class, log::flush);
    assertEquals("lines.txt cannot be written: No space left on device", failure.getMessage());
    assertSame(DISK_FULL, failure.getCause());
    log.append("b");
    assertThrows(StorageFailure.class, log::flush);
    assertEquals(List.of(failure.getMessage()), said.warned(), "said once a second at most");
    assertEquals("", file.content());

    file.failAppend(null);
    log.flush();
    assertEquals("a\nb\n", file.content());
    assertEquals(List.of("lines.txt is written again"), said.informed());
    log.append("c");
    log.flush();
    assertEquals("a\nb\nc\n", file.content());
    assertEquals(1, said.informed().size());
  }

  @Test
  void whatCameLaterIsNotWrittenBeforeWhatFailed() {
    file.failAppend(DISK_FULL);
    log.append("a");
    assertThrows(StorageFailure.class, log::flush);
    log.append("b");
    file.failAppend(null);
    log.flush();
    assertEquals("a\nb\n", file.content());
  }

  @Test
  void aFileThatIsWrittenAnewGetsNothingTwice() {
    file.failAppend(DISK_FULL);
    log.append("a");
    assertThrows(StorageFailure.class, log::flush);
    log.append("b");
    file.writeAnew();
    file.failAppend(null);
    log.flush();
    log.append("c");
    log.flush();
    assertEquals("all\nc\n", file.content());
  }

  @Test
  void whatComesWhileAFileIsWrittenAnewIsKept() {
    file.writeAnew();
    file.hold();
    log.append("a");
    file.awaitHeld();
    log.append("later");
    file.release();
    log.flush();
    assertEquals("all\nlater\n", file.content());
  }

  @Test
  void aFailureIsTriedAgainWithoutBeingAsked() {
    file.failAppend(DISK_FULL);
    log.append("a");
    assertThrows(StorageFailure.class, log::flush);
    int before = file.attempts();
    file.failAppend(null);
    while (file.content().isEmpty()) {
      Thread.onSpinWait();
    }
    assertEquals("a\n", file.content());
    assertTrue(file.attempts() > before);
  }

  @Test
  void aBugInTheFileDoesNotEndTheThread() {
    file.failAppend(new IllegalStateException("a bug"));
    log.append("a");
    StorageFailure failure = assertThrows(StorageFailure.class, log::flush);
    assertEquals("lines.txt cannot be written: a bug", failure.getMessage());
    file.failAppend(null);
    log.flush();
    assertEquals("a\n", file.content());
  }

  @Test
  void whatCannotBeForcedIsNotFlushed() {
    file.failForce(new IOException("Input/output error"));
    log.append("a");
    StorageFailure failure = assertThrows(StorageFailure.class, log::flush);
    assertEquals("lines.txt cannot be written: Input/output error", failure.getMessage());
    file.failForce(null);
    log.flush();
    assertEquals("a\n", file.content());
  }

  @Test
  void everyFlushSeesItsOwnLinesWhateverOthersDo() throws Exception {
    List<CompletableFuture<Void>> flushers = new ArrayList<>();
    for (int t = 0; t < 8; t++) {
      String prefix = "t" + t + "-";
      flushers.add(
          CompletableFuture.runAsync(
              () -> {
                for (int i = 0; i < 200; i++) {
                  log.append(prefix + i);
                  log.flush();
                  assertTrue(file.content().contains(prefix + i + "\n"));
                }
              },
              OwnThread.EACH));
    }
    CompletableFuture.allOf(flushers.toArray(CompletableFuture[]::new)).get();
    assertEquals(1_600, file.content().lines().distinct().count());
  }

  @Test
  void closingWritesWhatIsLeftAndLetsGoOnce() {
    log.append("a");
    log.close();
    assertEquals("a\n", file.content());
    assertTrue(file.isClosed());
    log.append("late");
    log.flush();
    log.close();
    assertEquals("a\n", file.content());
  }

  @Test
  void closingTellsWhatIsLostAndLetsGoAllTheSame() {
    file.failAppend(DISK_FULL);
    log.append("a");
    assertThrows(StorageFailure.class, log::close);
    assertTrue(file.isClosed());
    log.close();
    assertThrows(StorageFailure.class, log::flush, "it is not in the file");
  }

  @Test
  void closingTellsThatTheFileCouldNotBeClosed() {
    file.failClose(new IOException("Input/output error"));
    assertThrows(StorageFailure.class, log::close);
  }

  @Test
  void theThreadEndsWithTheLog() throws Exception {
    Thread writer =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().equals("gatehouse lines.txt"))
            .filter(Thread::isAlive)
            .findAny()
            .orElseThrow();
    assertTrue(writer.isDaemon());
    log.close();
    writer.join();
  }

  @Test
  void aFileThatCannotBeOpenedIsClosed() {
    ScriptedFile broken = new ScriptedFile();
    broken.failAppend(DISK_FULL);
    Path path = folder.resolve("other.txt");
    assertThrows(
        IOException.class, () -> AppendLog.open(path, broken, Duration.ZERO, said.warnings()));
    assertTrue(broken.isClosed());
  }

  @Test
  void checkTellsOfTheLastAttemptUntilOneSucceeds() {
    log.check();
    file.failAppend(new AccessDeniedException("/secret/place/lines.txt"));
    log.append("a");
    assertThrows(StorageFailure.class, log::flush);
    StorageFailure failure = assertThrows(StorageFailure.class, log::check);
    assertEquals("lines.txt cannot be written: no permission", failure.getMessage());
    assertEquals(StorageFailure.Kind.DENIED, failure.kind());
    file.failAppend(null);
    log.flush();
    log.check();
  }

  @Test
  void checkHasTheFileLookedAfter() {
    int before = file.attempts();
    log.check();
    while (file.attempts() == before) {
      Thread.onSpinWait();
    }
    assertFalse(file.isClosed());
  }

  @Test
  void checkMissesAFolderThatIsGone() throws IOException {
    Files.delete(folder);
    StorageFailure failure = assertThrows(StorageFailure.class, log::check);
    assertEquals("lines.txt has no folder that can be written", failure.getMessage());
    Files.createDirectory(folder);
    log.check();
  }
}
