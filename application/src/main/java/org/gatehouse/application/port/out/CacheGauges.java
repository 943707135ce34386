package org.gatehouse.application.port.out;

/** What the cache of resources can tell of itself. Safe for use by several threads; never waits. */
public interface CacheGauges {

  /** How many lookups were answered from memory since the start. */
  long hits();

  /** How many had to ask storage. */
  long misses();

  /** How many paths are remembered. */
  long entries();

  /** How many octets of memory that takes, by the cache's own reckoning. */
  long octets();
}
