package org.gatehouse.application.metrics;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.gatehouse.domain.message.Status;

/**
 * Counts requests by status and by path, and the octets of content that were sent. Safe for use by
 * several threads; never waits.
 *
 * <p>The first {@value #MOST_PATHS} paths are counted each for itself, any other as one. So the map
 * of them changes at most that often in a server's life: it is copied when it does, and read
 * without a lock.
 */
public final class TrafficCounters {
  /** How many paths are counted apart. */
  public static final int MOST_PATHS = 1000;

  /** Paths longer than this, in characters, are not counted apart: they would cost too much. */
  public static final int LONGEST_PATH = 255;

  private final LongAdder[] byStatus = new LongAdder[Status.values().length];
  private final AtomicReference<Map<String, LongAdder>> byPath = new AtomicReference<>(Map.of());
  private final LongAdder others = new LongAdder();
  private final LongAdder contentOctets = new LongAdder();

  /** Counters that stand at zero. */
  public TrafficCounters() {
    for (int i = 0; i < byStatus.length; i++) {
      byStatus[i] = new LongAdder();
    }
  }

  /**
   * Counts a response.
   *
   * @param path the decoded path, or empty text where there is none
   * @param status of the response
   * @param sent octets of content that were taken by the network
   */
  public void count(String path, Status status, long sent) {
    byStatus[status.ordinal()].increment();
    contentOctets.add(sent);
    counterOf(path).increment();
  }

  private LongAdder counterOf(String path) {
    Map<String, LongAdder> known = byPath.get();
    LongAdder counter = known.get(path);
    while (counter == null) {
      if (known.size() >= MOST_PATHS || path.isEmpty() || path.length() > LONGEST_PATH) {
        return others;
      }
      Map<String, LongAdder> more = new HashMap<>(known);
      more.put(path, new LongAdder());
      byPath.compareAndSet(known, more);
      known = byPath.get();
      counter = known.get(path);
    }
    return counter;
  }

  /** What was counted so far; requests that end meanwhile may be in it or not. */
  public TrafficSnapshot snapshot() {
    Map<Status, Long> statuses = new EnumMap<>(Status.class);
    for (Status status : Status.values()) {
      long count = byStatus[status.ordinal()].sum();
      if (count > 0) {
        statuses.put(status, count);
      }
    }
    Map<String, Long> paths = new TreeMap<>();
    byPath.get().forEach((path, counter) -> paths.put(path, counter.sum()));
    return new TrafficSnapshot(
        Collections.unmodifiableMap(statuses),
        TrafficSnapshot.highestFirst(paths),
        others.sum(),
        contentOctets.sum());
  }
}
