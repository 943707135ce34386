package org.gatehouse.application.fake;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gatehouse.application.port.out.AccessLog;

/** An access log that keeps its entries in memory, in the order in which they came. */
public final class RecordingAccessLog implements AccessLog {
  private final List<Entry> entries = new CopyOnWriteArrayList<>();

  @Override
  public void record(Entry entry) {
    entries.add(entry);
  }

  /** Everything recorded so far. */
  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  /**
   * The one entry there is.
   *
   * @throws IllegalStateException if there is none, or more than one
   */
  public Entry only() {
    if (entries.size() != 1) {
      throw new IllegalStateException(entries.size() + " entries, not one");
    }
    return entries.get(0);
  }
}
