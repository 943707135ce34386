package org.gatehouse.adapter.socket.http1;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Where the names and values of the field lines stand, collected while they are read.
 *
 * <p>One is kept per connection and used for every head, so that only a head that is complete costs
 * memory of its own.
 */
final class FieldIndex {
  /** Offsets per line: the name's start and end, the value's start and end. */
  static final int STRIDE = 4;

  private static final int USUAL_LINES = 16;

  private int[] offsets = new int[STRIDE * USUAL_LINES];
  private int lines;

  /** Forgets the lines, and the room that an unusual head took. */
  void clear() {
    lines = 0;
    if (offsets.length > STRIDE * USUAL_LINES) {
      offsets = new int[STRIDE * USUAL_LINES];
    }
  }

  /**
   * Adds a line; the white space around its value does not belong to it (RFC 9112 §5.1).
   *
   * @param base the index in {@code input} of the section's first octet
   * @param end the offset after the line's last octet, its CRLF not counted
   */
  void add(ByteBuffer input, int base, int lineStart, int colon, int end) {
    int from = colon + 1;
    int to = end;
    while (from < to && Octets.isWhitespace(input.get(base + from))) {
      from++;
    }
    while (to > from && Octets.isWhitespace(input.get(base + to - 1))) {
      to--;
    }
    int slot = STRIDE * lines++;
    if (slot == offsets.length) {
      offsets = Arrays.copyOf(offsets, 2 * slot);
    }
    offsets[slot] = lineStart;
    offsets[slot + 1] = colon;
    offsets[slot + 2] = from;
    offsets[slot + 3] = to;
  }

  /** The lines so far, on a copy of the section's octets that nobody else holds. */
  ReceivedFields fields(byte[] section) {
    return new ReceivedFields(section, Arrays.copyOf(offsets, STRIDE * lines));
  }
}
