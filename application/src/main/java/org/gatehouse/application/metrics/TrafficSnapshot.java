package org.gatehouse.application.metrics;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.message.Status;

/**
 * The counters at one moment.
 *
 * @param active how many requests are in flight
 * @param series what became of those that ended, by method and status
 * @param byPath how many were for a path, highest first
 * @param otherPaths how many were for any other path
 */
public record TrafficSnapshot(
    long active, List<Series> series, List<PathCount> byPath, long otherPaths) {

  /**
   * The requests with one method whose responses had one status.
   *
   * @param method UNREGISTERED also where there was none
   * @param status of the response
   * @param duration in nanoseconds, by {@link Bounds#SECONDS}
   * @param received octets of the requests' content, by {@link Bounds#OCTETS}
   * @param sent octets of the responses' content, likewise
   */
  public record Series(
      Method method,
      Status status,
      Distribution duration,
      Distribution received,
      Distribution sent) {}

  /**
   * How often a path was asked for.
   *
   * @param path decoded
   * @param requests so many
   */
  public record PathCount(String path, long requests) {}

  /** Copies the lists. */
  public TrafficSnapshot {
    series = List.copyOf(series);
    byPath = List.copyOf(byPath);
  }

  /** The counts of paths, highest first; where they are alike, in the order of the map. */
  static List<PathCount> highestFirst(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(entry -> new PathCount(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingLong(PathCount::requests).reversed())
        .toList();
  }

  /** How many responses there were. */
  public long requests() {
    return sum(each -> each.duration().count());
  }

  /** How many responses had a status, in the order of the codes; none that is zero. */
  public Map<Status, Long> byStatus() {
    Map<Status, Long> statuses = new EnumMap<>(Status.class);
    series.forEach(each -> statuses.merge(each.status(), each.duration().count(), Long::sum));
    return statuses;
  }

  /** The durations of all of them, in nanoseconds, by {@link Bounds#SECONDS}. */
  public Distribution durations() {
    Distribution none = new Distribution(new long[Bounds.SECONDS.size() + 1], 0);
    return series.stream().map(Series::duration).reduce(none, Distribution::and);
  }

  /** The octets of content of all requests, as far as it was wanted. */
  public long receivedOctets() {
    return sum(each -> each.received().sum());
  }

  /** The octets of content of all responses, as far as the network took them. */
  public long sentOctets() {
    return sum(each -> each.sent().sum());
  }

  private long sum(ToLongFunction<Series> value) {
    return series.stream().mapToLong(value).sum();
  }
}
