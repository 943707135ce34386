package org.gatehouse.application.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.application.port.out.CookieLedger;
import org.gatehouse.application.port.out.StorageFailure;

/** A {@link CookieLedger} that keeps its ids in a list. Safe for use by several threads. */
public final class InMemoryCookieLedger implements CookieLedger {
  private final List<String> ids = new ArrayList<>();
  private Optional<StorageFailure> failure = Optional.empty();
  private boolean closed;

  @Override
  public synchronized void record(String id) {
    if (!isVisibleAscii(id)) {
      throw new IllegalArgumentException("an id is visible ASCII without white space");
    }
    if (!closed) {
      ids.add(id);
    }
  }

  private static boolean isVisibleAscii(String id) {
    return !id.isEmpty() && id.chars().allMatch(c -> c > ' ' && c < 0x7f);
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

  /** Every id that was recorded, in the order in which they came. */
  public synchronized List<String> ids() {
    return List.copyOf(ids);
  }

  /** Makes every {@link #flush} fail; empty makes them succeed again. */
  public synchronized void failFlush(Optional<StorageFailure> with) {
    failure = with;
  }
}
