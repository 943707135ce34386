package org.gatehouse.application.metrics;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.gatehouse.domain.message.Status;

/**
 * The counters at one moment.
 *
 * @param byStatus how many responses had a status, in the order of the codes; none that is zero
 * @param byPath how many were for a path, highest first
 * @param otherPaths how many were for any other path
 * @param contentOctets of all responses
 */
public record TrafficSnapshot(
    Map<Status, Long> byStatus, List<PathCount> byPath, long otherPaths, long contentOctets) {

  /**
   * How often a path was asked for.
   *
   * @param path decoded
   * @param requests so many
   */
  public record PathCount(String path, long requests) {}

  /** Copies the list. */
  public TrafficSnapshot {
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
    long requests = 0;
    for (long count : byStatus.values()) {
      requests += count;
    }
    return requests;
  }
}
