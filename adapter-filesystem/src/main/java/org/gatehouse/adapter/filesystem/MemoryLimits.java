package org.gatehouse.adapter.filesystem;

/**
 * How much memory resources may take.
 *
 * @param entries how many paths are remembered at most
 * @param cacheOctets how much everything remembered may take, content included
 * @param largestContent up to which size content is kept in memory
 * @param gzipOctets how much generated gzip may take
 * @param largestGzip up to which size of the plain content gzip is made
 */
public record MemoryLimits(
    int entries, long cacheOctets, int largestContent, long gzipOctets, int largestGzip) {
  private static final long KIB = 1 << 10;
  private static final long MIB = 1 << 20;

  /** Refuses what is negative, or larger than could ever be kept. */
  public MemoryLimits {
    if (entries < 0 || largestContent < 0 || largestContent > cacheOctets) {
      throw new IllegalArgumentException("the cache cannot keep so large a content");
    }
    if (largestGzip < 0 || 2L * largestGzip > gzipOctets) {
      throw new IllegalArgumentException("gzip of so large a content cannot be kept twice");
    }
  }

  /**
   * Limits that suit a heap: an eighth for the cache and a sixteenth for gzip, at most 64 MiB each.
   * Contents up to 128 KiB are kept, gzip is made of up to 16 MiB; with a heap of 64 MiB, of up to
   * 2 MiB.
   *
   * @param maxHeap in octets
   */
  public static MemoryLimits ofHeap(long maxHeap) {
    long cache = Math.min(64 * MIB, maxHeap / 8);
    long gzip = Math.min(64 * MIB, maxHeap / 16);
    return new MemoryLimits(
        100_000,
        cache,
        (int) Math.min(128 * KIB, cache / 16),
        gzip,
        (int) Math.min(16 * MIB, gzip / 2));
  }
}
