package org.gatehouse.application.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.gatehouse.application.metrics.TrafficSnapshot.PathCount;
import org.gatehouse.domain.message.Status;
import org.junit.jupiter.api.Test;

class TrafficCountersTest {
  private final TrafficCounters counters = new TrafficCounters();

  @Test
  void beginsAtZero() {
    TrafficSnapshot none = counters.snapshot();
    assertEquals(new TrafficSnapshot(Map.of(), List.of(), 0, 0), none);
    assertEquals(0, none.requests());
  }

  @Test
  void countsByStatusAndByPath() {
    counters.count("/b", Status.OK, 10);
    counters.count("/a", Status.OK, 0);
    counters.count("/c", Status.NOT_FOUND, 5);
    counters.count("/c", Status.OK, 100);
    counters.count("", Status.BAD_REQUEST, 1);
    TrafficSnapshot counted = counters.snapshot();
    assertEquals(5, counted.requests());
    assertEquals(
        Map.of(Status.OK, 3L, Status.NOT_FOUND, 1L, Status.BAD_REQUEST, 1L), counted.byStatus());
    assertEquals(
        List.of(new PathCount("/c", 2), new PathCount("/a", 1), new PathCount("/b", 1)),
        counted.byPath());
    assertEquals(1, counted.otherPaths());
    assertEquals(116, counted.contentOctets());
  }

  @Test
  void listsStatusesInTheOrderOfTheirCodes() {
    for (Status status : List.of(Status.NOT_FOUND, Status.OK, Status.INSUFFICIENT_STORAGE)) {
      counters.count("/", status, 0);
    }
    assertEquals(
        "[200 OK, 404 Not Found, 507 Insufficient Storage]",
        counters.snapshot().byStatus().keySet().toString());
  }

  @Test
  void countsTheFirstThousandPathsApartAndAnyOtherTogether() {
    for (int i = 0; i < 1_000_000; i++) {
      counters.count("/" + i, Status.NOT_FOUND, 0);
      if (i == 1_100) {
        assertEquals(1_000, counters.snapshot().byPath().size());
      }
    }
    counters.count("/999", Status.OK, 0);
    TrafficSnapshot counted = counters.snapshot();
    assertEquals(1_000, counted.byPath().size());
    assertEquals(new PathCount("/999", 2), counted.byPath().get(0));
    assertEquals(999_000, counted.otherPaths());
    assertEquals(1_000_001, counted.requests());
  }

  @Test
  void doesNotKeepLongPaths() {
    counters.count("/" + "x".repeat(TrafficCounters.LONGEST_PATH - 1), Status.OK, 0);
    counters.count("/" + "x".repeat(TrafficCounters.LONGEST_PATH), Status.OK, 0);
    TrafficSnapshot counted = counters.snapshot();
    assertEquals(1, counted.byPath().size());
    assertEquals(1, counted.otherPaths());
  }

  @Test
  void losesNothingAmongThreads() throws InterruptedException {
    int each = 20_000;
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      Thread thread =
          new Thread(
              () -> {
                awaitQuietly(start);
                for (int i = 0; i < each; i++) {
                  counters.count("/" + i % 1_200, Status.OK, 1);
                }
              });
      thread.start();
      threads.add(thread);
    }
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    TrafficSnapshot counted = counters.snapshot();
    long byPath = counted.byPath().stream().mapToLong(PathCount::requests).sum();
    assertEquals(4L * each, byPath + counted.otherPaths());
    assertEquals(4L * each, counted.requests());
    assertEquals(4L * each, counted.contentOctets());
    assertEquals(1_000, counted.byPath().size());
    assertTrue(counted.otherPaths() > 0);
  }

  private static void awaitQuietly(CountDownLatch start) {
    try {
      start.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
