package org.gatehouse.application.metrics;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.message.Status;

/**
 * Counts requests, by method and status and by path, with their durations and the octets of content
 * both ways. Safe for use by several threads; never waits.
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

  private final LongAdder active = new LongAdder();
  private final ExchangeCounters exchanges = new ExchangeCounters();
  private final AtomicReference<Map<String, LongAdder>> byPath = new AtomicReference<>(Map.of());
  private final LongAdder others = new LongAdder();

  /** A request has come: it is in flight until it is counted. */
  public void begin() {
    active.increment();
  }

  /**
   * Counts a request that has ended.
   *
   * @param path the decoded path, or empty text where there is none
   * @param method UNREGISTERED also where there is none
   * @param status of the response
   * @param nanos from the head to the last octet
   * @param received octets of the request's content that were taken
   * @param sent octets of the response's content that were taken by the network
   */
  public void count(
      String path, Method method, Status status, long nanos, long received, long sent) {
    exchanges.count(method, status, nanos, received, sent);
    counterOf(path).increment();
    active.decrement();
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
    // First, as it is counted last: where nothing is active, all that has ended is in the rest.
    long activeNow = active.sum();
    Map<String, Long> paths = new TreeMap<>();
    byPath.get().forEach((path, counter) -> paths.put(path, counter.sum()));
    return new TrafficSnapshot(
        activeNow, exchanges.snapshot(), TrafficSnapshot.highestFirst(paths), others.sum());
  }
}
