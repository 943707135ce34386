package org.gatehouse.bootstrap.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogArchiveTest {
  private static final Instant NOW = Instant.parse("2026-03-30T22:00:00Z");
  private static final Duration EXPIRY = Duration.ofHours(12);
  private static final String AGED = "2026-03-30T09:59:59.999Z INFO  x - aged\nand more\n";
  private static final String RECENT = "2026-03-30T10:00:00.000Z INFO  x - recent\n";

  @TempDir Path folder;
  private LogFile log;
  private LogArchive archive;

  @BeforeEach
  void archive() {
    log = LogStream.USER.in(folder);
    archive = new LogArchive(log);
  }

  private void retireAndCompress() throws IOException {
    archive.retire(NOW, EXPIRY);
    archive.compress();
  }

  private List<String> archived() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("userlogFiles"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private String unzipped(String name) throws IOException {
    Path file = folder.resolve("userlogFiles").resolve(name);
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Path put(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve("userlogFiles"));
    return Files.writeString(folder.resolve("userlogFiles").resolve(name), text);
  }

  private void putZipped(String name, String text) throws IOException {
    try (var out = new GZIPOutputStream(Files.newOutputStream(put(name, "")))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void anAgedLogIsPutAwayWhole() throws IOException {
    Files.writeString(log.current(), AGED);
    retireAndCompress();
    assertFalse(Files.exists(folder.resolve("user.log")));
    assertEquals(List.of("userlogfile1.gz"), archived());
    assertEquals(AGED, unzipped("userlogfile1.gz"));
  }

  @Test
  void theNextOneGetsTheNextNumber() throws IOException {
    putZipped("userlogfile9.gz", "nine");
    putZipped("userlogfile10.gz", "ten");
    put("notes.txt", "of the operator");
    Files.writeString(log.current(), AGED);
    retireAndCompress();
    assertEquals(
        List.of("notes.txt", "userlogfile10.gz", "userlogfile11.gz", "userlogfile9.gz"),
        archived());
    assertEquals("ten", unzipped("userlogfile10.gz"));
    assertEquals(AGED, unzipped("userlogfile11.gz"));
  }

  @Test
  void aRecentLogGoesOn() throws IOException {
    Files.writeString(log.current(), RECENT);
    retireAndCompress();
    assertEquals(RECENT, Files.readString(folder.resolve("user.log")));
    assertFalse(Files.exists(folder.resolve("userlogFiles")));
  }

  @Test
  void withNoLogThereIsNothingToDo() throws IOException {
    retireAndCompress();
    Files.writeString(log.current(), "");
    retireAndCompress();
    assertFalse(Files.exists(folder.resolve("userlogFiles")));
    assertTrue(Files.exists(folder.resolve("user.log")));
  }

  @Test
  void aLogThatIsWrittenByAnotherServerIsLeftToIt() throws IOException {
    Files.writeString(log.current(), AGED);
    try (FileChannel other = FileChannel.open(log.current(), StandardOpenOption.APPEND)) {
      assertTrue(LogLock.take(other));
      retireAndCompress();
      assertEquals(AGED, Files.readString(folder.resolve("user.log")));
    }
    retireAndCompress();
    assertEquals(List.of("userlogfile1.gz"), archived());
  }

  @Test
  void afterACrashBeforeCompressing() throws IOException {
    put("userlogfile1.log", AGED);
    retireAndCompress();
    assertEquals(List.of("userlogfile1.gz"), archived());
    assertEquals(AGED, unzipped("userlogfile1.gz"));
  }

  @Test
  void afterACrashWhileCompressing() throws IOException {
    put("userlogfile1.log", AGED);
    put("userlogfile1.tmp", "half a");
    retireAndCompress();
    assertEquals(List.of("userlogfile1.gz"), archived());
    assertEquals(AGED, unzipped("userlogfile1.gz"));
  }

  @Test
  void afterACrashBeforeTheLastDelete() throws IOException {
    put("userlogfile1.log", AGED);
    putZipped("userlogfile1.gz", AGED);
    retireAndCompress();
    assertEquals(List.of("userlogfile1.gz"), archived());
    assertEquals(AGED, unzipped("userlogfile1.gz"));
  }

  @Test
  void aPendingLogKeepsItsNumber() throws IOException {
    put("userlogfile4.log", "four\n");
    Files.writeString(log.current(), AGED);
    retireAndCompress();
    assertEquals(List.of("userlogfile4.gz", "userlogfile5.gz"), archived());
    assertEquals("four\n", unzipped("userlogfile4.gz"));
    assertEquals(AGED, unzipped("userlogfile5.gz"));
  }

  @Test
  void everyStreamHasAnArchiveOfItsOwn() {
    assertEquals(folder.resolve("debug.log"), LogStream.DEBUG.in(folder).current());
    assertEquals(folder.resolve("developerlogFiles"), LogStream.DEVELOPER.in(folder).archive());
    assertEquals("accesslogfile", LogFile.access(folder).archivedName());
  }
}
