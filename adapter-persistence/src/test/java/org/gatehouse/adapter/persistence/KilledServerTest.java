package org.gatehouse.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.gatehouse.adapter.persistence.OtherServer.Task;
import org.gatehouse.domain.target.ResourcePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was flushed is there, and the file is clean, after SIGKILL at any moment. */
@Timeout(120)
class KilledServerTest {
  @TempDir Path folder;
  private final Said said = new Said();

  private List<String> kill(Task task, Path file, int after) throws Exception {
    try (OtherServer server = OtherServer.start(task, file)) {
      List<String> printed = server.killAfter(after);
      assertFalse(printed.contains(null), "it ended by itself");
      return printed;
    }
  }

  private Set<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      Set<String> names = new TreeSet<>();
      files.forEach(path -> names.add(path.getFileName().toString()));
      return names;
    }
  }

  @Test
  void everyFlushedIdIsThereAndEveryLineIsWhole() throws Exception {
    Path file = folder.resolve("cookies.txt");
    Set<String> flushed = new HashSet<>();
    for (int after : new int[] {1, 15}) {
      flushed.addAll(kill(Task.COOKIES_AND_NOISE, file, after));
    }
    TextCookieLedger.open(file, Long.MAX_VALUE, said.warnings()).close();
    String text = Files.readString(file);
    assertTrue(text.endsWith("\n"));
    Set<String> found = new HashSet<>();
    text.lines().forEach(found::add);
    assertEquals(Set.of(), minus(flushed, found), "flushed and lost");
    found.removeIf(id -> id.matches("noise-\\d+|a-\\d+-\\d+"));
    assertEquals(Set.of(), found, "torn or merged");
    assertEquals(Set.of("cookies.txt", "cookies.txt.lock"), names());
  }

  @Test
  void rollingNeverLosesTheLatestId() throws Exception {
    Path file = folder.resolve("cookies.txt");
    for (int after : new int[] {1, 30, 47}) {
      List<String> flushed = kill(Task.ROLLED_COOKIES, file, after);
      TextCookieLedger.open(file, 100, said.warnings()).close();
      assertFalse(names().contains("cookies.txt.gz.new"));
      List<String> kept = new ArrayList<>(Files.readAllLines(file));
      if (Files.exists(folder.resolve("cookies.txt.gz"))) {
        kept.addAll(0, unzipped());
      }
      assertTrue(kept.contains(flushed.get(flushed.size() - 1)), "the latest is kept");
      kept.removeIf(id -> id.matches("a-\\d+-\\d+"));
      assertEquals(List.of(), kept, "torn or merged");
    }
  }

  @Test
  void everyFlushedTagIsThereThroughCompactions() throws Exception {
    Path file = folder.resolve("etag.csv");
    long last = 0;
    for (int after : new int[] {1, 25, 40}) {
      List<String> flushed = kill(Task.COMPACTED_TAGS, file, after);
      last = Long.parseLong(flushed.get(flushed.size() - 1));
    }
    try (CsvETagStore store = CsvETagStore.open(file, 100_000, 1, said.warnings())) {
      for (long i = 0; i <= last; i++) {
        assertEquals(
            Optional.of(Instant.EPOCH.plusNanos(i)), store.lastKnown(ResourcePath.of("n" + i)));
      }
    }
    assertEquals(Set.of("etag.csv", "etag.csv.lock"), names());
    assertTrue(said.warned().stream().noneMatch(text -> text.contains("malformed")));
  }

  private List<String> unzipped() throws IOException {
    Path file = folder.resolve("cookies.txt.gz");
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
    }
  }

  private static Set<String> minus(Set<String> some, Set<String> others) {
    Set<String> rest = new HashSet<>(some);
    rest.removeAll(others);
    return rest;
  }
}
