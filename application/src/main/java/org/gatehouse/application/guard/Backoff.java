package org.gatehouse.application.guard;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.application.port.out.Clock;

/**
 * Makes whoever guesses passwords wait: after ten failures from one address, one second before the
 * next attempt, and twice as long after each further failure, up to five minutes. A success, or a
 * quarter of an hour without a failure, and all is forgiven.
 *
 * <p>The table is bounded. When it is full, the address whose last failure is the longest ago goes:
 * whoever fills it forgives others, and locks out nobody. Safe for use by several threads.
 */
public final class Backoff {
  static final int FREE_FAILURES = 10;
  static final int MOST_ADDRESSES = 10_000;
  static final Duration LONGEST = Duration.ofMinutes(5);
  static final Duration MEMORY = Duration.ofMinutes(15);

  private final Clock clock;

  /** By network, the one that failed last at the end. */
  private final Map<String, Failures> table = new LinkedHashMap<>();

  /**
   * What is held against an address.
   *
   * @param count how many in a row
   * @param last when the last one was, on the measuring clock
   */
  private record Failures(int count, long last) {
    private Duration delay() {
      int beyond = count - FREE_FAILURES;
      if (beyond < 0) {
        return Duration.ZERO;
      }
      // Ten doublings are far beyond the longest.
      Duration doubled = Duration.ofSeconds(1L << Math.min(beyond, 10));
      return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
  }

  /** Nothing is held against anyone yet. */
  public Backoff(Clock clock) {
    this.clock = clock;
  }

  /** How long a client has to wait before its next attempt; empty if not at all. */
  public synchronized Optional<Duration> left(String address) {
    String network = ClientNetwork.of(address);
    Failures failures = table.get(network);
    if (failures == null) {
      return Optional.empty();
    }
    Duration age = age(failures);
    if (age.compareTo(MEMORY) >= 0) {
      table.remove(network);
      return Optional.empty();
    }
    return Optional.of(failures.delay().minus(age))
        .filter(left -> left.compareTo(Duration.ZERO) > 0);
  }

  private Duration age(Failures failures) {
    return Duration.ofNanos(clock.nanoTime() - failures.last());
  }

  /** An attempt from this address was wrong. */
  public synchronized void failed(String address) {
    String network = ClientNetwork.of(address);
    Failures before = table.remove(network);
    boolean counts = before != null && age(before).compareTo(MEMORY) < 0;
    if (table.size() == MOST_ADDRESSES) {
      table.remove(table.keySet().iterator().next());
    }
    table.put(network, new Failures(counts ? before.count() + 1 : 1, clock.nanoTime()));
  }

  /** An attempt from this address was right. */
  public synchronized void succeeded(String address) {
    table.remove(ClientNetwork.of(address));
  }

  /** How many addresses something is held against. */
  synchronized int size() {
    return table.size();
  }
}
