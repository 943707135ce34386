package org.gatehouse.application.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gatehouse.application.port.out.ETagStore;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.target.ResourcePath;

/** An {@link ETagStore} that forgets nothing but itself. Safe for use by several threads. */
public final class InMemoryETagStore implements ETagStore {
  private final List<Row> rows = new ArrayList<>();
  private Optional<StorageFailure> failure = Optional.empty();
  private boolean closed;

  /**
   * One tag that was seen.
   *
   * @param path whose it is
   * @param tag the tag
   * @param modified the time of the state it stands for
   */
  public record Row(ResourcePath path, EntityTag tag, Instant modified) {

    /** Refuses what is missing. */
    public Row {
      Objects.requireNonNull(path);
      Objects.requireNonNull(tag);
      Objects.requireNonNull(modified);
    }
  }

  @Override
  public synchronized Optional<Instant> lastKnown(ResourcePath path) {
    return rows.stream()
        .filter(row -> row.path().equals(path))
        .map(Row::modified)
        .max(Instant::compareTo);
  }

  @Override
  public synchronized void record(ResourcePath path, EntityTag tag, Instant modified) {
    Row row = new Row(path, tag, modified);
    if (!closed && !rows.contains(row)) {
      rows.add(row);
    }
  }

  @Override
  public synchronized long size() {
    return rows.stream().map(Row::path).distinct().count();
  }

  @Override
  public synchronized void flush() {
    if (failure.isPresent()) {
      throw failure.get();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
  }

  /** Every tag that was recorded, in the order in which they came. */
  public synchronized List<Row> rows() {
    return List.copyOf(rows);
  }

  /** Makes every {@link #flush} fail; empty makes them succeed again. */
  public synchronized void failFlush(Optional<StorageFailure> with) {
    failure = with;
  }
}
