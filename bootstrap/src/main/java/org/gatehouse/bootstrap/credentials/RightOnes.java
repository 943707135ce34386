package org.gatehouse.bootstrap.credentials;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers which credentials were found right, by their keyed hash and never by themselves. The
 * one that was asked for the longest ago goes when the table is full. Failures are not kept: they
 * would let a guesser push out the others. Safe for use by several threads.
 */
final class RightOnes {
  static final int MOST = 1_000;

  /** The one that was asked for last at the end. */
  private final Map<ByteBuffer, Boolean> table = new LinkedHashMap<>(16, 0.75f, true);

  synchronized boolean contains(ByteBuffer hash) {
    return table.get(hash) != null;
  }

  synchronized void add(ByteBuffer hash) {
    table.put(hash, true);
    if (table.size() > MOST) {
      table.remove(table.keySet().iterator().next());
    }
  }
}
