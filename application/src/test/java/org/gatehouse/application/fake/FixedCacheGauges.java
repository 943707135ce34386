package org.gatehouse.application.fake;

import org.gatehouse.application.port.out.CacheGauges;

/**
 * Gauges of a cache that show what they were given.
 *
 * @param hits lookups answered from memory
 * @param misses lookups that asked storage
 * @param entries paths remembered
 * @param octets of memory
 */
public record FixedCacheGauges(long hits, long misses, long entries, long octets)
    implements CacheGauges {

  /** Gauges of which no two show the same. */
  public static FixedCacheGauges distinct() {
    return new FixedCacheGauges(90, 11, 12, 13_000);
  }
}
