package org.gatehouse.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.target.ResourcePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class CsvETagStoreTest {
  private static final Instant TIME = Instant.parse("2026-03-30T10:02:22Z");
  private static final String HEADER = "E-Tag,resource,last modified\n";
  private static final String ROW_A =
      "\"\"\"1774864942000000000-5\"\"\",/a,2026-03-30T10:02:22.000000000Z\n";
  private static final String ROW_B =
      "\"\"\"1774864943000000000-5\"\"\",/b,2026-03-30T10:02:23.000000000Z\n";
  private static final String ROW_A_LATER =
      "\"\"\"1774864944000000000-5\"\"\",/a,2026-03-30T10:02:24.000000000Z\n";

  @TempDir Path folder;
  private final Said said = new Said();

  private Path file() {
    return folder.resolve("etag.csv");
  }

  private CsvETagStore open() {
    return open(1_000, 1 << 20);
  }

  private CsvETagStore open(int maxPaths, long smallSize) {
    return CsvETagStore.open(file(), maxPaths, smallSize, said.warnings());
  }

  private static void record(CsvETagStore store, String name, long second) {
    Instant time = TIME.plusSeconds(second);
    store.record(ResourcePath.of(name), EntityTag.of(time, 5), time);
  }

  private static Optional<Instant> known(CsvETagStore store, String name) {
    return store.lastKnown(ResourcePath.of(name));
  }

  private Set<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      Set<String> names = new TreeSet<>();
      files.forEach(path -> names.add(path.getFileName().toString()));
      return names;
    }
  }

  @Test
  void aNewFileHasAHeaderAndARowForEveryFirstSeenTag() throws IOException {
    try (CsvETagStore store = open()) {
      assertEquals(HEADER, Files.readString(file()));
      record(store, "a", 0);
      record(store, "b", 1);
      record(store, "a", 0);
      record(store, "a", 2);
      store.flush();
      assertEquals(HEADER + ROW_A + ROW_B + ROW_A_LATER, Files.readString(file()));
    }
    assertEquals(Set.of("etag.csv", "etag.csv.lock"), names());
    assertEquals(List.of(), said.warned());
  }

  @Test
  void theFoldersAreMade() throws IOException {
    Path deep = folder.resolve("not").resolve("yet").resolve("etag.csv");
    CsvETagStore.open(deep).close();
    assertEquals(HEADER, Files.readString(deep));
  }

  @Test
  void openingCompactsToTheLatestRowOfEachPath() throws IOException {
    Files.writeString(file(), HEADER + ROW_A_LATER + ROW_B + ROW_A);
    try (CsvETagStore store = open()) {
      assertEquals(2, store.size());
      assertEquals(Optional.of(TIME.plusSeconds(2)), known(store, "a"));
    }
    List<String> lines = new ArrayList<>(Files.readAllLines(file()));
    assertEquals(HEADER.strip(), lines.remove(0));
    assertEquals(Set.of(ROW_A_LATER.strip(), ROW_B.strip()), Set.copyOf(lines));
    assertEquals(2, lines.size());
    assertEquals(List.of(), said.warned());
  }

  @Test
  void aFileAsASpreadsheetSavesItIsRead() throws IOException {
    Files.writeString(file(), "\ufeff" + (HEADER + ROW_A + "\n" + ROW_B).replace("\n", "\r\n"));
    try (CsvETagStore store = open()) {
      assertEquals(2, store.size());
    }
    assertEquals(List.of(), said.warned());
    assertFalse(names().contains("etag.csv.damaged"));
  }

  @Test
  void malformedRowsAreSkippedOneByOneAndACopyIsKept() throws IOException {
    byte[] before =
        (HEADER
                + ROW_A
                + "garbage\n"
                + "\"\"\"1-2,/swallows,\n"
                + "\u0000\n"
                + "x".repeat(LineReader.MAX_LINE + 1)
                + "\n"
                + "\"\"\"1-2\"\"\",/\u00ff,2026-03-30T10:02:22Z\n"
                + ROW_B)
            .getBytes(StandardCharsets.ISO_8859_1);
    Files.write(file(), before);
    try (CsvETagStore store = open()) {
      assertEquals(2, store.size());
      assertEquals(Optional.of(TIME), known(store, "a"));
      assertEquals(Optional.of(TIME.plusSeconds(1)), known(store, "b"));
    }
    assertEquals(
        List.of(
            "etag.csv: line 3 is malformed and skipped",
            "etag.csv: line 4 is malformed and skipped",
            "etag.csv: line 5 is malformed and skipped",
            "etag.csv: line 6 is malformed and skipped",
            "etag.csv: line 7 is malformed and skipped",
            "etag.csv: malformed rows in all: 5; the file as it was is kept as etag.csv.damaged"),
        said.warned());
    assertArrayEquals(before, Files.readAllBytes(folder.resolve("etag.csv.damaged")));
    assertEquals(3, Files.readAllLines(file()).size());
  }

  @Test
  void manyMalformedRowsAreCountedInsteadOfTold() throws IOException {
    Files.writeString(file(), HEADER + "garbage\n".repeat(5_000) + ROW_A);
    try (CsvETagStore store = open()) {
      assertEquals(1, store.size());
    }
    assertEquals(11, said.warned().size());
    assertTrue(said.warned().get(10).contains("malformed rows in all: 5000;"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "E-Tag,resour", "\n", "\u0000\u0000\u0000"})
  void aFileThatACrashLeftWithoutRowsIsMadeAnew(String content) throws IOException {
    Files.writeString(file(), content);
    try (CsvETagStore store = open()) {
      assertEquals(0, store.size());
    }
    assertEquals(HEADER, Files.readString(file()));
  }

  @Test
  void aTornLastRowIsLeftOutWithAWarning() throws IOException {
    Files.writeString(file(), HEADER + ROW_A + ROW_B.substring(0, ROW_B.length() - 2));
    try (CsvETagStore store = open()) {
      assertEquals(1, store.size());
    }
    assertEquals(HEADER + ROW_A, Files.readString(file()));
    assertEquals(
        List.of("etag.csv ended in the middle of a row, which is left out"), said.warned());
  }

  @Test
  void aLastRowThatOnlyLacksItsEndIsKept() throws IOException {
    Files.writeString(file(), HEADER + ROW_A.strip());
    open().close();
    assertEquals(HEADER + ROW_A, Files.readString(file()));
    assertEquals(List.of(), said.warned());
  }

  @Test
  void whatACrashDuringCompactionLeftIsRemoved() throws IOException {
    Files.writeString(file(), HEADER + ROW_A);
    Files.writeString(folder.resolve("etag.csv.new"), HEADER + "half a r");
    Files.writeString(folder.resolve("etag.csv.damaged.new"), "half");
    try (CsvETagStore store = open()) {
      assertEquals(1, store.size());
    }
    assertEquals(Set.of("etag.csv", "etag.csv.lock"), names());
  }

  @Test
  void theFloorOfForgottenPathsSurvivesARestart() throws IOException {
    try (CsvETagStore store = open(32, 1 << 20)) {
      for (int i = 0; i < 300; i++) {
        record(store, "n" + i, i);
        if (i % 3 == 2) {
          store.flush();
        }
      }
      store.flush();
      assertTrue(store.size() <= 32);
    }
    assertTrue(Files.readAllLines(file()).size() < 36, "the file is bounded too");
    for (int start = 0; start < 3; start++) {
      try (CsvETagStore store = open(32, 1 << 20)) {
        for (int i = 0; i < 300; i++) {
          assertFalse(known(store, "n" + i).orElseThrow().isBefore(TIME.plusSeconds(i)));
        }
        assertEquals(Optional.of(TIME.plusSeconds(299)), known(store, "n299"));
        assertTrue(known(store, "unknown").orElseThrow().isBefore(TIME.plusSeconds(299)));
      }
    }
    assertTrue(Files.readString(file()).startsWith(HEADER + "\"\"\"forgotten\"\"\",*,2026-03-30T"));
    assertEquals(List.of(), said.warned());
  }

  @Test
  void aFileWithMorePathsThanThereIsRoomForIsLoadedAllTheSame() throws IOException {
    StringBuilder rows = new StringBuilder(HEADER);
    for (int i = 0; i < 500; i++) {
      Instant time = TIME.plusSeconds((i * 7) % 500);
      rows.append(new ETagRow(EntityTag.of(time, 5), "/n" + i, time).line()).append('\n');
    }
    Files.writeString(file(), rows);
    try (CsvETagStore store = open(16, 1 << 20)) {
      for (int i = 0; i < 500; i++) {
        assertFalse(known(store, "n" + i).orElseThrow().isBefore(TIME.plusSeconds((i * 7) % 500)));
      }
      assertTrue(store.size() > 8, "the latest are remembered");
    }
  }

  @Test
  void aFileThatHasGrownIsCompactedWhileTheServerRuns() throws IOException {
    try (CsvETagStore store = open(1_000, 2_000)) {
      for (int i = 0; i < 100; i++) {
        record(store, "same", i);
        record(store, "other", -i);
        store.flush();
        assertTrue(Files.size(file()) <= 2_200);
      }
      assertEquals(Optional.of(TIME.plusSeconds(99)), known(store, "same"));
    }
    open().close();
    assertEquals(3, Files.readAllLines(file()).size());
  }

  @Test
  void whoeverReadsTheFileNeverSeesHalfOfIt() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    try (CsvETagStore store = open(1_000, 1)) {
      record(store, "a", 0);
      store.flush();
      CompletableFuture<Integer> reads =
          CompletableFuture.supplyAsync(() -> readUntil(done), OwnThread.EACH);
      for (int i = 0; i < 100; i++) {
        record(store, "b", i);
        store.flush();
      }
      done.set(true);
      assertTrue(reads.get() > 0);
    }
  }

  private int readUntil(AtomicBoolean done) {
    int reads = 0;
    do {
      try {
        String text = Files.readString(file());
        assertTrue(text.startsWith(HEADER) && text.contains(ROW_A), text);
        reads++;
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    } while (!done.get());
    return reads;
  }

  @Test
  void aFileThatIsRemovedIsMadeAnewWithAllThatIsKnown() throws IOException {
    try (CsvETagStore store = open()) {
      record(store, "a", 0);
      store.flush();
      Files.delete(file());
      store.flush();
      assertEquals(HEADER + ROW_A, Files.readString(file()));
      record(store, "b", 1);
      store.flush();
      assertEquals(HEADER + ROW_A + ROW_B, Files.readString(file()));
    }
    assertEquals(
        List.of("etag.csv was changed or removed by another: it is made anew"), said.warned());
  }

  @Test
  void aFileThatIsEmptiedIsMadeAnewWithAllThatIsKnown() throws IOException {
    try (CsvETagStore store = open()) {
      record(store, "a", 0);
      store.flush();
      Files.writeString(file(), "");
      record(store, "b", 1);
      store.flush();
    }
    try (CsvETagStore store = open()) {
      assertEquals(2, store.size());
    }
  }

  @Test
  void aStoreThatBecomesUnwritableGoesOnAndRecovers() throws IOException {
    Path moved = folder.resolve("moved");
    Path var = folder.resolve("var");
    try (CsvETagStore store =
        CsvETagStore.open(var.resolve("etag.csv"), 1_000, 1 << 20, said.warnings())) {
      store.check();
      // The writer has nothing left to do that would make the folder again.
      store.flush();
      Files.move(var, moved);
      Files.writeString(var, "a file where the folder was");
      record(store, "a", 0);
      StorageFailure failure = assertThrows(StorageFailure.class, store::flush);
      assertTrue(failure.getMessage().startsWith("etag.csv cannot be written: "));
      assertFalse(failure.getMessage().contains(folder.toString()));
      assertThrows(StorageFailure.class, store::check);
      assertEquals(Optional.of(TIME), known(store, "a"), "it goes on in memory");

      Files.delete(var);
      store.flush();
      store.check();
    }
    assertEquals(HEADER + ROW_A, Files.readString(var.resolve("etag.csv")));
    assertEquals(List.of("etag.csv is written again"), said.informed());
  }

  @Test
  void aVarFolderThatIsAFileIsRefusedInOneLine() throws IOException {
    Path var = Files.writeString(folder.resolve("var"), "a file");
    for (Path below : List.of(var.resolve("etag.csv"), var.resolve("deep").resolve("etag.csv"))) {
      StorageFailure failure = assertThrows(StorageFailure.class, () -> CsvETagStore.open(below));
      assertTrue(failure.getMessage().startsWith("etag.csv cannot be opened: "));
      assertFalse(failure.getMessage().contains(folder.toString()), failure.getMessage());
    }
  }

  @Test
  void aFolderInPlaceOfTheFileIsRefusedAndCanBeTriedAgain() throws IOException {
    Files.createDirectory(file());
    StorageFailure failure = assertThrows(StorageFailure.class, this::open);
    assertTrue(failure.getMessage().startsWith("etag.csv cannot be opened: "));
    Files.delete(file());
    open().close();
  }

  @Test
  void aFolderWithoutPermissionIsRefused() throws IOException {
    Path var = Files.createDirectory(folder.resolve("var"));
    assertTrue(var.toFile().setWritable(false));
    assumeFalse(Files.isWritable(var), "this user may write everywhere");
    StorageFailure failure =
        assertThrows(StorageFailure.class, () -> CsvETagStore.open(var.resolve("etag.csv")));
    assertEquals("etag.csv cannot be opened: no permission", failure.getMessage());
    assertEquals(StorageFailure.Kind.DENIED, failure.kind());
    assertTrue(var.toFile().setWritable(true));
  }

  @Test
  void aSymbolicLinkStaysOne() throws IOException {
    Path real = Files.createDirectory(folder.resolve("elsewhere")).resolve("tags.csv");
    Files.writeString(real, HEADER + ROW_A_LATER + ROW_A);
    Files.createSymbolicLink(file(), real);
    open().close();
    assertTrue(Files.isSymbolicLink(file()));
    assertEquals(HEADER + ROW_A_LATER, Files.readString(real));
  }

  @Test
  void aVarFolderThatIsASymbolicLinkIsFollowed() throws IOException {
    Path real = Files.createDirectory(folder.resolve("elsewhere"));
    Path link = Files.createSymbolicLink(folder.resolve("var"), real);
    CsvETagStore.open(link.resolve("etag.csv")).close();
    assertEquals(HEADER, Files.readString(real.resolve("etag.csv")));
  }

  @ParameterizedTest
  @CsvSource({"0, 16", "67108864, 26214", "8589934592, 1000000", "9223372036854775807, 1000000"})
  void theDefaultRoomIsAShareOfTheHeap(long heap, int paths) {
    assertEquals(paths, CsvETagStore.maxPaths(heap));
  }

  @Test
  void tooLittleRoomIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> CsvETagStore.open(file(), 15));
  }
}
