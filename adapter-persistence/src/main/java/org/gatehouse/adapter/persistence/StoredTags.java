package org.gatehouse.adapter.persistence;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.application.port.out.ETagStore;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.target.ResourcePath;

/**
 * What a tag file holds, for somebody who may not change it: it is read once, whether a server has
 * it or not, and what is recorded afterwards stays in memory.
 */
public final class StoredTags implements ETagStore {
  private final ETagTable table;
  private final long malformed;

  private StoredTags(ETagTable table, long malformed) {
    this.table = table;
    this.malformed = malformed;
  }

  /**
   * Reads a file; one that is not there holds nothing.
   *
   * @throws StorageFailure if it cannot be read
   */
  public static StoredTags read(Path file) {
    ETagTable table = new ETagTable(CsvETagStore.maxPaths(Runtime.getRuntime().maxMemory()));
    Warnings nobody = new Warnings(text -> {}, text -> {}, System::nanoTime);
    try {
      long malformed = new ETagFile(file, table, Long.MAX_VALUE, nobody).read();
      return new StoredTags(table, malformed);
    } catch (IOException unreadable) {
      throw FileFailure.of(file, "cannot be read", unreadable);
    }
  }

  /** How many rows could not be understood, and were left out. */
  public long malformed() {
    return malformed;
  }

  @Override
  public Optional<Instant> lastKnown(ResourcePath path) {
    return table.lastKnown(path.toString());
  }

  @Override
  public void record(ResourcePath path, EntityTag tag, Instant modified) {
    table.record(path.toString(), tag, modified);
  }

  @Override
  public long size() {
    return table.size();
  }

  /** Nothing is to be made durable. */
  @Override
  public void flush() {}

  /** Nothing is open. */
  @Override
  public void close() {}
}
