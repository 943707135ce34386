package org.gatehouse.adapter.persistence;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.gatehouse.application.port.out.StorageFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class TextCookieLedgerTest {
  private static final String CHANGED =
      "cookies.txt was changed or removed by another: it is made anew";

  @TempDir Path folder;
  private final Said said = new Said();

  private Path file() {
    return folder.resolve("cookies.txt");
  }

  private Path predecessor() {
    return folder.resolve("cookies.txt.gz");
  }

  private TextCookieLedger open(long rollSize) {
    return TextCookieLedger.open(file(), rollSize, said.warnings());
  }

  private Set<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      Set<String> names = new TreeSet<>();
      files.forEach(path -> names.add(path.getFileName().toString()));
      return names;
    }
  }

  private String unzipped() throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(predecessor()))) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private static byte[] zipped(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(text.getBytes(StandardCharsets.US_ASCII));
    }
    return out.toByteArray();
  }

  @Test
  void theFileAndItsFoldersAreMade() throws IOException {
    Path deep = folder.resolve("not").resolve("yet").resolve("cookies.txt");
    TextCookieLedger.open(deep).close();
    assertEquals("", Files.readString(deep));
  }

  @Test
  void anExistingFileIsAddedTo() throws IOException {
    Files.writeString(file(), "old\n");
    try (TextCookieLedger ledger = open(1_000)) {
      ledger.record("new");
    }
    assertEquals("old\nnew\n", Files.readString(file()));
    assertEquals(List.of(), said.warned());
    assertEquals(Set.of("cookies.txt", "cookies.txt.lock"), names());
  }

  @Test
  void anIdMayBeLongButNotTooLong() throws IOException {
    String longest = "x".repeat(TextCookieLedger.MAX_ID_LENGTH);
    try (TextCookieLedger ledger = open(1_000)) {
      ledger.record(longest);
      assertThrows(IllegalArgumentException.class, () -> ledger.record(longest + "x"));
    }
    assertEquals(longest + "\n", Files.readString(file()));
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "2", "100", "8191", "8192", "8193", "20000"})
  void aTornLastLineIsCutOffWithAWarning(int length) throws IOException {
    Files.writeString(file(), "first\nsecond\n" + "x".repeat(length));
    try (TextCookieLedger ledger = open(1 << 20)) {
      ledger.record("third");
    }
    assertEquals("first\nsecond\nthird\n", Files.readString(file()));
    String warning =
        "cookies.txt ended in the middle of a line: its last " + length + " octets were cut off";
    assertEquals(length == 0 ? List.of() : List.of(warning), said.warned());
  }

  @ParameterizedTest
  @CsvSource({"1", "8192", "20000"})
  void aFileOfOneTornLineBecomesEmpty(int length) throws IOException {
    Files.writeString(file(), "\u0000".repeat(length));
    open(1 << 20).close();
    assertEquals("", Files.readString(file()));
    assertEquals(1, said.warned().size());
  }

  @Test
  void aLedgerThatWouldOutgrowItsLimitIsRolled() throws IOException {
    try (TextCookieLedger ledger = open(20)) {
      ledger.record("1234567");
      ledger.record("2345678");
      ledger.flush();
      assertFalse(Files.exists(predecessor()));
      ledger.record("3456789");
      ledger.flush();
      assertEquals("1234567\n2345678\n", unzipped());
      assertEquals("3456789\n", Files.readString(file()));
      ledger.record("456789012345");
      ledger.flush();
      assertEquals("3456789\n", unzipped(), "one predecessor is kept");
      assertEquals("456789012345\n", Files.readString(file()));
    }
    assertEquals(Set.of("cookies.txt", "cookies.txt.gz", "cookies.txt.lock"), names());
    assertEquals(List.of(), said.warned());
  }

  @Test
  void rollingKeepsAContiguousEndOfWhatWasRecorded() throws IOException {
    List<String> ids = IntStream.range(0, 1_000).mapToObj(i -> "id-" + i).toList();
    try (TextCookieLedger ledger = open(500)) {
      for (int i = 0; i < ids.size(); i++) {
        ledger.record(ids.get(i));
        if (i % 20 == 19) {
          ledger.flush();
          assertTrue(Files.size(file()) <= 500);
        }
      }
    }
    List<String> kept = new ArrayList<>(unzipped().lines().toList());
    kept.addAll(Files.readAllLines(file()));
    assertEquals(ids.subList(ids.size() - kept.size(), ids.size()), kept);
  }

  /** What can be on disk when the process dies while it rolls, in the order of the steps. */
  enum RollingCrash {
    WHILE_COMPRESSING {
      @Override
      void leave(TextCookieLedgerTest t) throws IOException {
        Files.writeString(t.file(), FULL);
        Files.write(t.predecessor(), zipped(OLDER));
        byte[] all = zipped(FULL);
        Files.write(t.fresh(), Arrays.copyOf(all, all.length / 2));
      }
    },
    BEFORE_THE_RENAME {
      @Override
      void leave(TextCookieLedgerTest t) throws IOException {
        Files.writeString(t.file(), FULL);
        Files.write(t.predecessor(), zipped(OLDER));
        Files.write(t.fresh(), zipped(FULL));
      }
    },
    AFTER_THE_RENAME {
      @Override
      void leave(TextCookieLedgerTest t) throws IOException {
        Files.writeString(t.file(), FULL);
        Files.write(t.predecessor(), zipped(FULL));
      }
    },
    AFTER_THE_FILE_IS_GONE {
      @Override
      void leave(TextCookieLedgerTest t) throws IOException {
        Files.write(t.predecessor(), zipped(FULL));
      }
    };

    static final String OLDER = "older\n";
    static final String FULL = "1234567\n2345678\n3456789\n";

    abstract void leave(TextCookieLedgerTest test) throws IOException;
  }

  private Path fresh() {
    return folder.resolve("cookies.txt.gz.new");
  }

  @ParameterizedTest
  @EnumSource
  void aCrashWhileRollingLosesNothingAndLeavesNoDebris(RollingCrash crash) throws IOException {
    crash.leave(this);
    try (TextCookieLedger ledger = open(20)) {
      ledger.record("4567890");
    }
    assertEquals(RollingCrash.FULL, unzipped());
    assertEquals("4567890\n", Files.readString(file()));
    assertEquals(Set.of("cookies.txt", "cookies.txt.gz", "cookies.txt.lock"), names());
    assertEquals(List.of(), said.warned());
  }

  @Test
  void aHalfCompressedFileIsRemovedEvenIfThereIsNothingToRoll() throws IOException {
    RollingCrash.WHILE_COMPRESSING.leave(this);
    open(1_000).close();
    assertEquals(RollingCrash.FULL, Files.readString(file()));
    assertEquals(RollingCrash.OLDER, unzipped());
    assertEquals(Set.of("cookies.txt", "cookies.txt.gz", "cookies.txt.lock"), names());
  }

  @Test
  void whileRollingFailsTheFileDoesNotGrowAndNothingIsLost() throws IOException {
    Files.createDirectory(fresh());
    Files.writeString(fresh().resolve("in the way"), "");
    Path moved = folder.resolve("moved");
    Files.move(fresh(), moved);
    try (TextCookieLedger ledger = open(10)) {
      ledger.record("1234567");
      ledger.flush();
      Files.move(moved, fresh());
      ledger.record("2345678");
      assertThrows(StorageFailure.class, ledger::flush);
      assertThrows(StorageFailure.class, ledger::check);
      assertEquals("1234567\n", Files.readString(file()));
      assertEquals(1, said.warned().size());
      Files.move(fresh(), moved);
      ledger.flush();
      ledger.check();
    }
    assertEquals("1234567\n", unzipped());
    assertEquals("2345678\n", Files.readString(file()));
  }

  @Test
  void eightThreadsAndRollingKeepAWholeEndOfWhatEachRecorded() throws IOException {
    int each = 2_000;
    try (TextCookieLedger ledger = open(20_000)) {
      ledger.record("first");
      ledger.flush();
      CompletableFuture<?>[] threads = new CompletableFuture<?>[8];
      for (int t = 0; t < threads.length; t++) {
        String prefix = "thread-" + t + "-";
        threads[t] =
            CompletableFuture.runAsync(
                () -> IntStream.range(0, each).forEach(i -> ledger.record(prefix + i)),
                OwnThread.EACH);
      }
      CompletableFuture.allOf(threads).join();
    }
    List<String> kept = new ArrayList<>(unzipped().lines().toList());
    kept.addAll(Files.readAllLines(file()));
    kept.remove("first");
    for (int t = 0; t < 8; t++) {
      String prefix = "thread-" + t + "-";
      List<String> own = kept.stream().filter(id -> id.startsWith(prefix)).toList();
      assertEquals(
          IntStream.range(each - own.size(), each).mapToObj(i -> prefix + i).toList(), own);
      kept.removeAll(own);
    }
    assertEquals(List.of(), kept, "torn or merged");
  }

  @Test
  void aFileThatAnOperatorMovesAwayIsBegunAnew() throws IOException {
    try (TextCookieLedger ledger = open(1_000)) {
      ledger.record("a");
      ledger.flush();
      Files.move(file(), folder.resolve("moved.txt"));
      ledger.record("b");
      ledger.flush();
      assertEquals("a\n", Files.readString(folder.resolve("moved.txt")));
      assertEquals("b\n", Files.readString(file()));
    }
    assertEquals(List.of(CHANGED), said.warned());
  }

  @Test
  void aFileThatAnOperatorReplacesByOneOfTheSameSizeIsNoticed() throws IOException {
    try (TextCookieLedger ledger = open(1_000)) {
      ledger.record("a");
      ledger.flush();
      Files.move(Files.writeString(folder.resolve("other"), "x\n"), file(), REPLACE_EXISTING);
      ledger.record("b");
    }
    assertEquals("x\nb\n", Files.readString(file()));
    assertEquals(List.of(CHANGED), said.warned());
  }

  @Test
  void aFileThatAnOperatorEmptiesHasNoHole() throws IOException {
    try (TextCookieLedger ledger = open(1_000)) {
      ledger.record("abcdefgh");
      ledger.flush();
      Files.writeString(file(), "");
      ledger.record("b");
    }
    assertEquals("b\n", Files.readString(file()));
  }

  @Test
  void aFileThatAnotherAddsHalfALineToIsRepaired() throws IOException {
    try (TextCookieLedger ledger = open(1_000)) {
      ledger.record("a");
      ledger.flush();
      Files.writeString(file(), "a\nx\nhalf");
      ledger.record("b");
    }
    assertEquals("a\nx\nb\n", Files.readString(file()));
  }

  @Test
  void aLedgerThatBecomesUnwritableKeepsItsIdsAndRecovers() throws IOException {
    Path moved = folder.resolve("moved");
    Path var = folder.resolve("var");
    Path inside = var.resolve("cookies.txt");
    try (TextCookieLedger ledger = TextCookieLedger.open(inside, 1_000, said.warnings())) {
      ledger.record("a");
      ledger.flush();
      Files.move(var, moved);
      Files.writeString(var, "a file where the folder was");
      ledger.record("b");
      assertThrows(StorageFailure.class, ledger::flush);
      assertThrows(StorageFailure.class, ledger::check);
      ledger.record("c");

      Files.delete(var);
      Files.move(moved, var);
      ledger.flush();
      ledger.check();
    }
    assertEquals("a\nb\nc\n", Files.readString(inside));
  }

  @Test
  void aVarFolderThatIsRemovedIsMadeAgain() throws IOException {
    Path var = folder.resolve("var");
    Path inside = var.resolve("cookies.txt");
    try (TextCookieLedger ledger = TextCookieLedger.open(inside, 1_000, said.warnings())) {
      Files.delete(inside);
      Files.delete(var.resolve("cookies.txt.lock"));
      Files.delete(var);
      assertThrows(StorageFailure.class, ledger::check);
      ledger.record("a");
      ledger.flush();
      ledger.check();
    }
    assertEquals("a\n", Files.readString(inside));
  }

  @Test
  void aFolderInPlaceOfTheFileIsRefusedInOneLine() throws IOException {
    Files.createDirectory(file());
    StorageFailure failure = assertThrows(StorageFailure.class, () -> open(1_000));
    assertTrue(failure.getMessage().startsWith("cookies.txt cannot be opened: "));
    assertFalse(failure.getMessage().contains(folder.toString()), failure.getMessage());
  }
}
