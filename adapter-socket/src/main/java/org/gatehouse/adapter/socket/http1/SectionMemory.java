package org.gatehouse.adapter.socket.http1;

import java.nio.ByteBuffer;

/**
 * The field sections that were read a moment ago, found by their octets: a client repeats itself
 * from request to request, and what was read and found in order need not be read again.
 *
 * <p>A table of a fixed size; each section has one place in it, by its length and its last octets,
 * where it displaces another. To be used by one thread at a time, and under one set of limits.
 */
public final class SectionMemory {
  private static final int SLOTS = 64;
  private static final int LONGEST = 2048;
  private static final int LAST = 2 * Integer.BYTES;

  private final ReceivedFields[] known = new ReceivedFields[SLOTS];

  /**
   * The fields of the section that begins at an index, if it was read before and is here whole;
   * else null.
   */
  ReceivedFields find(ByteBuffer input, int base) {
    ReceivedFields last = known[slot(input, base)];
    return last != null && last.isSectionAt(input, base) ? last : null;
  }

  /** Remembers the fields of a complete section, which begins at an index. */
  void keep(ByteBuffer input, int base, ReceivedFields fields) {
    if (fields.sectionLength() <= LONGEST) {
      known[slot(input, base)] = fields;
    }
  }

  /** Reckoned from all that was received: where a section ends is known once it was read. */
  private static int slot(ByteBuffer input, int base) {
    int hash = input.limit() - base;
    if (hash > LAST + 2 * Octets.END_OF_LINE) {
      int end = input.limit() - 2 * Octets.END_OF_LINE;
      hash = 31 * (31 * hash + input.getInt(end - LAST)) + input.getInt(end - LAST / 2);
    }
    hash ^= hash >>> 16;
    return (hash ^ hash >>> 8) & (SLOTS - 1);
  }
}
