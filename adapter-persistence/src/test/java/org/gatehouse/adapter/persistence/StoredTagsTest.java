package org.gatehouse.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.target.ResourcePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads what a store holds, beside a server that has it, and leaves everything as it is. */
class StoredTagsTest {
  private static final ResourcePath PATH = ResourcePath.of("a.txt");
  private static final Instant THEN = Instant.parse("2026-03-30T10:02:22.000000001Z");

  @TempDir Path folder;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void readsWhatAnOpenStoreHasWritten() throws IOException {
    Path file = folder.resolve("etag.csv");
    try (CsvETagStore store = CsvETagStore.open(file)) {
      store.record(PATH, EntityTag.of(THEN, 5), THEN);
      store.flush();
      List<String> before = names();
      StoredTags stored = StoredTags.read(file);
      assertEquals(Optional.of(THEN), stored.lastKnown(PATH));
      assertEquals(1, stored.size());
      assertEquals(0, stored.malformed());
      assertEquals(before, names());
    }
  }

  @Test
  void whatIsRecordedStaysInMemory() throws IOException {
    Path file = folder.resolve("etag.csv");
    StoredTags stored = StoredTags.read(file);
    stored.record(PATH, EntityTag.of(THEN, 5), THEN);
    stored.flush();
    stored.close();
    assertEquals(Optional.of(THEN), stored.lastKnown(PATH));
    assertEquals(List.of(), names());
  }

  @Test
  void countsMalformedRowsAndKeepsTheFile() throws IOException {
    Path file = folder.resolve("etag.csv");
    String content =
        ETagRow.HEADER
            + "\nnonsense\n"
            + new ETagRow(EntityTag.of(THEN, 5), "/a.txt", THEN).line()
            + "\n,,\n";
    Files.writeString(file, content);
    StoredTags stored = StoredTags.read(file);
    assertEquals(2, stored.malformed());
    assertEquals(1, stored.size());
    assertEquals(content, Files.readString(file));
    assertEquals(List.of("etag.csv"), names());
  }

  @Test
  void tellsWhatCannotBeRead() throws IOException {
    Path file = Files.createDirectory(folder.resolve("etag.csv"));
    StorageFailure failure = assertThrows(StorageFailure.class, () -> StoredTags.read(file));
    assertFalse(failure.getMessage().contains(folder.toString()));
  }
}
