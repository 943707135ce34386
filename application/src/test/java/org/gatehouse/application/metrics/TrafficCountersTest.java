package org.gatehouse.application.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.gatehouse.application.metrics.TrafficSnapshot.PathCount;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.message.Status;
import org.junit.jupiter.api.Test;

class TrafficCountersTest {
  private final TrafficCounters counters = new TrafficCounters();

  private void count(String path, Status status, long sent) {
    count(path, Method.GET, status, Duration.ZERO, 0, sent);
  }

  private void count(
      String path, Method method, Status status, Duration duration, long received, long sent) {
    counters.begin();
    counters.count(path, method, status, duration.toNanos(), received, sent);
  }

  @Test
  void beginsAtZero() {
    TrafficSnapshot none = counters.snapshot();
    assertEquals(new TrafficSnapshot(0, List.of(), List.of(), 0), none);
    assertEquals(0, none.requests());
  }

  @Test
  void countsByStatusAndByPath() {
    count("/b", Status.OK, 10);
    count("/a", Status.OK, 0);
    count("/c", Status.NOT_FOUND, 5);
    count("/c", Status.OK, 100);
    count("", Status.BAD_REQUEST, 1);
    TrafficSnapshot counted = counters.snapshot();
    assertEquals(5, counted.requests());
    assertEquals(
        Map.of(Status.OK, 3L, Status.NOT_FOUND, 1L, Status.BAD_REQUEST, 1L), counted.byStatus());
    assertEquals(
        List.of(new PathCount("/c", 2), new PathCount("/a", 1), new PathCount("/b", 1)),
        counted.byPath());
    assertEquals(1, counted.otherPaths());
    assertEquals(116, counted.sentOctets());
  }

  @Test
  void listsStatusesInTheOrderOfTheirCodes() {
    for (Status status : List.of(Status.NOT_FOUND, Status.OK, Status.INSUFFICIENT_STORAGE)) {
      count("/", status, 0);
    }
    assertEquals(
        "[200 OK, 404 Not Found, 507 Insufficient Storage]",
        counters.snapshot().byStatus().keySet().toString());
  }

  @Test
  void countsTheFirstThousandPathsApartAndAnyOtherTogether() {
    for (int i = 0; i < 1_000_000; i++) {
      count("/" + i, Status.NOT_FOUND, 0);
      if (i == 1_100) {
        assertEquals(1_000, counters.snapshot().byPath().size());
      }
    }
    count("/999", Status.OK, 0);
    TrafficSnapshot counted = counters.snapshot();
    assertEquals(1_000, counted.byPath().size());
    assertEquals(new PathCount("/999", 2), counted.byPath().get(0));
    assertEquals(999_000, counted.otherPaths());
    assertEquals(1_000_001, counted.requests());
  }

  @Test
  void doesNotKeepLongPaths() {
    count("/" + "x".repeat(TrafficCounters.LONGEST_PATH - 1), Status.OK, 0);
    count("/" + "x".repeat(TrafficCounters.LONGEST_PATH), Status.OK, 0);
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
                  count("/" + i % 1_200, Status.OK, 1);
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
    assertEquals(4L * each, counted.sentOctets());
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

  @Test
  void sortsDurationsAndSizesIntoClassesByMethodAndStatus() {
    count("/a", Method.PUT, Status.CREATED, Duration.ofMillis(5), 1024, 0);
    count("/b", Method.PUT, Status.CREATED, Duration.ofNanos(5_000_001), 1025, 1);
    count("/c", Method.PUT, Status.CREATED, Duration.ofSeconds(60), 1L << 30, 0);
    count("/d", Method.GET, Status.OK, Duration.ZERO, 0, 7);
    List<TrafficSnapshot.Series> series = counters.snapshot().series();
    assertEquals(2, series.size());
    assertEquals(Method.GET, series.get(0).method());
    TrafficSnapshot.Series put = series.get(1);
    assertEquals(Status.CREATED, put.status());
    assertEquals(3, put.duration().count());
    assertEquals(60_010_000_001L, put.duration().sum());
    long[] durations = put.duration().counts();
    assertEquals(Bounds.SECONDS.size() + 1, durations.length);
    assertEquals(List.of(1L, 1L, 1L), List.of(durations[5], durations[6], durations[19]));
    long[] received = put.received().counts();
    assertEquals(List.of(1L, 1L, 1L), List.of(received[1], received[2], received[9]));
    assertEquals(2, put.sent().counts()[0]);
    assertEquals((1L << 30) + 2049, counters.snapshot().receivedOctets());
  }

  @Test
  void tellsHowManyAreInFlight() {
    counters.begin();
    counters.begin();
    assertEquals(2, counters.snapshot().active());
    counters.count("/", Method.GET, Status.OK, 0, 0, 0);
    assertEquals(1, counters.snapshot().active());
  }
}
