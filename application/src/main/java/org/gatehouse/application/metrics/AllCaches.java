package org.gatehouse.application.metrics;

import java.util.List;
import java.util.function.ToLongFunction;
import org.gatehouse.application.port.out.CacheGauges;

/**
 * Several caches as one.
 *
 * @param caches each of them
 */
public record AllCaches(List<CacheGauges> caches) implements CacheGauges {

  /** Copies the list. */
  public AllCaches {
    caches = List.copyOf(caches);
  }

  @Override
  public long hits() {
    return sum(CacheGauges::hits);
  }

  @Override
  public long misses() {
    return sum(CacheGauges::misses);
  }

  @Override
  public long entries() {
    return sum(CacheGauges::entries);
  }

  @Override
  public long octets() {
    return sum(CacheGauges::octets);
  }

  private long sum(ToLongFunction<CacheGauges> gauge) {
    return caches.stream().mapToLong(gauge).sum();
  }
}
