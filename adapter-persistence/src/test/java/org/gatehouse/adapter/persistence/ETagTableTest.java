package org.gatehouse.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatehouse.domain.conditional.EntityTag;
import org.junit.jupiter.api.Test;

class ETagTableTest {
  private static final Instant START = Instant.parse("2026-03-30T10:00:00Z");
  private final ETagTable table = new ETagTable(16);

  private static Instant at(long second) {
    return START.plusSeconds(second);
  }

  private boolean record(String path, long second) {
    return table.record(path, EntityTag.of(at(second), 1), at(second));
  }

  @Test
  void aTagIsNewsOnce() {
    assertTrue(record("/a", 5));
    assertFalse(record("/a", 5));
    assertTrue(record("/a", 3), "an older one that was not seen yet");
    assertFalse(record("/a", 3));
    assertTrue(record("/a", 6));
    assertFalse(record("/a", 5));
  }

  @Test
  void theTagsOfVariantsAreNewsOnce() {
    EntityTag plain = EntityTag.of(at(1), 5);
    List<EntityTag> tags = List.of(plain, plain.variant("gzip"), plain.variant("br"));
    for (EntityTag tag : tags) {
      assertTrue(table.record("/a", tag, at(1)));
    }
    for (EntityTag tag : tags) {
      assertFalse(table.record("/a", tag, at(1)));
    }
    assertEquals(List.of(new ETagRow(plain, "/a", at(1))), table.rows().toList());
  }

  @Test
  void theLatestRowHasTheTagOfTheLatestTime() {
    for (int i = 0; i < 40; i++) {
      record("/a", (i * 7) % 40);
    }
    assertEquals(
        List.of(new ETagRow(EntityTag.of(at(39), 1), "/a", at(39))), table.rows().toList());
  }

  @Test
  void theOldestAreForgottenAndCoveredByTheFloor() {
    for (int i = 0; i < 15; i++) {
      record("/n" + i, 100 - i);
    }
    assertTrue(table.isCrowded());
    assertEquals(Optional.empty(), table.floor());
    table.makeRoom();
    assertFalse(table.isCrowded());
    assertEquals(11, table.size());
    assertEquals(Optional.of(at(89)), table.floor());
    assertEquals(Optional.of(at(100)), table.lastKnown("/n0"));
    assertEquals(Optional.of(at(90)), table.lastKnown("/n10"));
    assertEquals(Optional.of(at(89)), table.lastKnown("/n11"));
    assertEquals(Optional.of(at(89)), table.lastKnown("/never seen"));
  }

  @Test
  void whatTheFloorCoversIsNoNews() {
    table.raiseFloor(at(10));
    table.raiseFloor(at(9));
    assertEquals(Optional.of(at(10)), table.floor());
    assertFalse(record("/a", 10));
    assertEquals(0, table.size());
    assertTrue(record("/a", 11));
    assertFalse(record("/a", 11));
    assertTrue(record("/a", 5), "a tag of a path that is remembered");
    assertEquals(Optional.of(at(11)), table.lastKnown("/a"));
  }

  @Test
  void whileThereIsNoRoomTheFloorStandsInForNewPaths() {
    for (int i = 0; i < 16; i++) {
      assertTrue(record("/n" + i, i));
    }
    assertTrue(record("/more", 50));
    assertEquals(16, table.size());
    assertEquals(Optional.of(at(50)), table.lastKnown("/more"));
    assertEquals(Optional.of(at(0)), table.lastKnown("/n0"));
    assertTrue(record("/n0", 60), "a path that has its place");
    assertEquals(Optional.of(at(60)), table.lastKnown("/n0"));
  }

  @Test
  void longPathsTakeTheRoomOfSeveral() {
    record("/" + "x".repeat(5_000), 1);
    assertTrue(table.isCrowded());
    table.makeRoom();
    assertEquals(0, table.size());
    assertEquals(Optional.of(at(1)), table.floor());
    assertFalse(table.isCrowded(), "its room is given back");
    record("/" + "x".repeat(255 * 5), 2);
    assertFalse(table.isCrowded());
  }

  @Test
  void pathsOfOneTimeAreForgottenTogether() {
    for (int i = 0; i < 16; i++) {
      record("/n" + i, 7);
    }
    table.makeRoom();
    assertEquals(0, table.size());
    assertEquals(Optional.of(at(7)), table.lastKnown("/n3"));
  }

  @Test
  void aTagThatSeveralThreadsSeeAtOnceIsNewsOnce() {
    int paths = 30_000;
    ETagTable large = new ETagTable(2 * paths);
    AtomicInteger news = new AtomicInteger();
    List<CompletableFuture<Void>> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      threads.add(
          CompletableFuture.runAsync(
              () -> {
                for (int i = 0; i < paths; i++) {
                  boolean isNews = large.record("/n" + i, EntityTag.of(at(i), 1), at(i));
                  news.addAndGet(isNews ? 1 : 0);
                }
              },
              OwnThread.EACH));
    }
    CompletableFuture.allOf(threads.toArray(CompletableFuture[]::new)).join();
    assertEquals(paths, news.get());
  }

  @Test
  void noAnswerIsTooEarlyWhileOthersRecordAndForget() {
    ETagTable small = new ETagTable(64);
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Void> forgetting =
        CompletableFuture.runAsync(
            () -> {
              while (!done.get()) {
                small.makeRoom();
              }
            },
            OwnThread.EACH);
    List<CompletableFuture<Void>> recording = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      int thread = t;
      recording.add(CompletableFuture.runAsync(() -> recordAndAsk(small, thread), OwnThread.EACH));
    }
    try {
      CompletableFuture.allOf(recording.toArray(CompletableFuture[]::new)).join();
    } finally {
      done.set(true);
      forgetting.join();
    }
    small.makeRoom();
    assertTrue(small.size() <= 64 - 64 / 8);
  }

  private static void recordAndAsk(ETagTable table, int thread) {
    long[] latest = new long[200];
    for (int i = 0; i < 20_000; i++) {
      int n = (i * 31) % 200;
      String path = "/t" + thread + "-" + n;
      // Back and forth, so that an old state follows a forgotten newer one.
      long second = (i * 7919L) % 10_007;
      latest[n] = Math.max(latest[n], second);
      table.record(path, EntityTag.of(at(second), 1), at(second));
      Instant known = table.lastKnown(path).orElseThrow();
      assertFalse(known.isBefore(at(latest[n])), path);
    }
  }
}
