package org.gatehouse.adapter.persistence;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.gatehouse.application.port.out.ETagStore;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.target.ResourcePath;

/**
 * The {@link ETagStore} of a server that shall leave nothing behind: it remembers for as long as it
 * is open, as many paths as a {@link CsvETagStore}, and has neither file nor thread.
 */
public final class MemoryETagStore implements ETagStore {
  private final ETagTable table;
  private final ReentrantLock tidying = new ReentrantLock();
  private volatile boolean closed;

  private MemoryETagStore(ETagTable table) {
    this.table = table;
  }

  /** Opens a store for as many paths as fit into a quarter of the heap, at most a million. */
  public static MemoryETagStore open() {
    return open(CsvETagStore.maxPaths(Runtime.getRuntime().maxMemory()));
  }

  static MemoryETagStore open(int maxPaths) {
    return new MemoryETagStore(new ETagTable(maxPaths));
  }

  @Override
  public Optional<Instant> lastKnown(ResourcePath path) {
    return table.lastKnown(path.toString());
  }

  @Override
  public void record(ResourcePath path, EntityTag tag, Instant modified) {
    Objects.requireNonNull(tag);
    Objects.requireNonNull(modified);
    if (!closed && table.record(path.toString(), tag, modified) && table.isCrowded()) {
      tidy();
    }
  }

  /** One of those who record makes room; the others need not wait for it. */
  private void tidy() {
    if (tidying.tryLock()) {
      try {
        table.makeRoom();
      } finally {
        tidying.unlock();
      }
    }
  }

  @Override
  public long size() {
    return table.size();
  }

  /** {@inheritDoc} There is nothing to be made durable here. */
  @Override
  public void flush() {}

  @Override
  public void close() {
    closed = true;
  }
}
