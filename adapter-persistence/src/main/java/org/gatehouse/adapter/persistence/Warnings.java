package org.gatehouse.adapter.persistence;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;

/** What a store says to its operator. Not safe for use by several threads. */
final class Warnings {
  private static final long SECOND = 1_000_000_000L;

  private final Consumer<String> warning;
  private final Consumer<String> info;
  private final LongSupplier nanoTime;
  private long next;

  /** Speaks to these. */
  Warnings(Consumer<String> warning, Consumer<String> info, LongSupplier nanoTime) {
    this.warning = warning;
    this.info = info;
    this.nanoTime = nanoTime;
    this.next = nanoTime.getAsLong();
  }

  /** Speaks to a log. */
  static Warnings to(Logger log) {
    return new Warnings(log::warn, log::info, System::nanoTime);
  }

  /** Says something that happens once. */
  void warn(String text) {
    warning.accept(text);
  }

  /**
   * Says something that may happen often, unless such was said within the last second.
   *
   * @return whether it was said
   */
  boolean warnNowAndThen(String text) {
    long now = nanoTime.getAsLong();
    if (now - next < 0) {
      return false;
    }
    next = now + SECOND;
    warning.accept(text);
    return true;
  }

  /** Says that something is well. */
  void inform(String text) {
    info.accept(text);
  }
}
