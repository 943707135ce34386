package org.gatehouse.adapter.persistence;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.gatehouse.application.port.out.ETagStore;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.target.ResourcePath;
import org.slf4j.LoggerFactory;

/**
 * The {@link ETagStore} that is a CSV file (RFC 4180) with the header {@code E-Tag,resource,last
 * modified}: a row for every tag when it is first seen. It is read once, when it is opened, and
 * written anew then, with one row per path: the latest. The same happens when it has grown too
 * large.
 *
 * <p>All it knows is in memory, so nothing is lost when the disk fails for a while. It remembers so
 * many paths; of more than that, the ones with the oldest modification times are forgotten, and the
 * latest of these times is what it answers for every path it does not know. A row with the resource
 * {@code *} holds that time.
 *
 * <p>Tags that are recorded after it was closed do not reach the file, for a request may outlive
 * the drain.
 */
public final class CsvETagStore implements ETagStore {
  /** How many paths are remembered, unless told otherwise or the heap is too small for them. */
  public static final int DEFAULT_MAX_PATHS = 1_000_000;

  /** The smallest number of paths a store can be told to remember. */
  public static final int LEAST_MAX_PATHS = 16;

  private static final long SMALL_SIZE = 16L << 20;

  /** How long a row waits for others: to wake the writing thread for each costs more than a row. */
  private static final Duration GATHERING = Duration.ofMillis(20);

  /** What a path takes of the heap at most, in octets; most take half of it. */
  private static final long PATH_SIZE = 640;

  private final ETagTable table;
  private final StoreLog log;

  private CsvETagStore(ETagTable table, StoreLog log) {
    this.table = table;
    this.log = log;
  }

  /**
   * Opens a store that remembers {@link #DEFAULT_MAX_PATHS} paths, or as many as fit into a quarter
   * of the heap.
   *
   * @throws StorageFailure as {@link #open(Path, int)}
   */
  public static CsvETagStore open(Path file) {
    return open(file, maxPaths(Runtime.getRuntime().maxMemory()));
  }

  /** How many paths are remembered with a heap of so many octets. */
  static int maxPaths(long heap) {
    return (int) Math.max(LEAST_MAX_PATHS, Math.min(DEFAULT_MAX_PATHS, heap / 4 / PATH_SIZE));
  }

  /**
   * Opens a store. The file and its folder are made if there are none. Rows that are malformed are
   * skipped, with a warning.
   *
   * @param file such as {@code var/etag.csv}
   * @param maxPaths how many paths are remembered at most; some fewer while there is room to be
   *     made
   * @throws StorageFailure if the file cannot be made, read or written, or another server has it;
   *     its message is one line that names no folder
   * @throws IllegalArgumentException for less than {@link #LEAST_MAX_PATHS} paths
   */
  public static CsvETagStore open(Path file, int maxPaths) {
    Warnings warnings = Warnings.to(LoggerFactory.getLogger(CsvETagStore.class));
    return open(file, maxPaths, SMALL_SIZE, warnings);
  }

  static CsvETagStore open(Path file, int maxPaths, long smallSize, Warnings warnings) {
    if (maxPaths < LEAST_MAX_PATHS) {
      throw new IllegalArgumentException(
          "a store remembers at least " + LEAST_MAX_PATHS + " paths");
    }
    ETagTable table = new ETagTable(maxPaths);
    StoreLog.Preparation loading =
        own -> {
          ETagFile rows = new ETagFile(own, table, smallSize, warnings);
          rows.load();
          return rows;
        };
    return new CsvETagStore(table, StoreLog.open(file, loading, GATHERING, warnings));
  }

  @Override
  public Optional<Instant> lastKnown(ResourcePath path) {
    return table.lastKnown(path.toString());
  }

  @Override
  public void record(ResourcePath path, EntityTag tag, Instant modified) {
    Objects.requireNonNull(tag);
    Objects.requireNonNull(modified);
    if (table.record(path.toString(), tag, modified)) {
      log.append(new ETagRow(tag, path.toString(), modified).line());
    }
  }

  @Override
  public long size() {
    return table.size();
  }

  @Override
  public void flush() {
    log.flush();
  }

  /**
   * Says whether tags can be kept, for health checks. Does not wait for a slow disk.
   *
   * @throws StorageFailure if the last attempt to write failed, or the folder cannot be written
   */
  public void check() {
    log.check();
  }

  /**
   * {@inheritDoc}
   *
   * @throws StorageFailure if tags are lost by that; the store is closed all the same
   */
  @Override
  public void close() {
    log.close();
  }
}
