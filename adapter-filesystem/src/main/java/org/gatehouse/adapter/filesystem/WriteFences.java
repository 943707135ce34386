package org.gatehouse.adapter.filesystem;

import java.util.Collection;

/**
 * Keeps what was read before a write from being remembered after it.
 *
 * <p>Whoever reads storage takes a ticket first; a write to the same key makes it void. While a
 * write goes on nothing is remembered at all, so that two readers never see new content and then
 * old. Keys share stripes: at worst something is not remembered that could have been.
 */
final class WriteFences {
  private static final int STRIPES = 256;

  /** A ticket that is void from the beginning. */
  private static final long VOID = -1;

  private final long[] epochs = new long[STRIPES];
  private final int[] writers = new int[STRIPES];

  /** A ticket for what is going to be read. */
  synchronized long ticket(Object key) {
    int stripe = stripe(key);
    return writers[stripe] > 0 ? VOID : epochs[stripe];
  }

  /** Remembers what was read, if no write began since the ticket was taken. */
  synchronized void remember(Object key, long ticket, Runnable remember) {
    int stripe = stripe(key);
    if (writers[stripe] == 0 && epochs[stripe] == ticket) {
      remember.run();
    }
  }

  /** A write to these keys begins: what is known of them is forgotten. */
  synchronized void begin(Collection<?> keys, Runnable forget) {
    for (Object key : keys) {
      writers[stripe(key)]++;
      epochs[stripe(key)]++;
    }
    forget.run();
  }

  /** A write that began has ended, whatever became of it. */
  synchronized void end(Collection<?> keys) {
    for (Object key : keys) {
      writers[stripe(key)]--;
    }
  }

  private static int stripe(Object key) {
    int hash = key.hashCode();
    return (hash ^ hash >>> 16) & STRIPES - 1;
  }
}
