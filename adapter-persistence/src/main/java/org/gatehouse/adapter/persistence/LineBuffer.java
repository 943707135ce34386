package org.gatehouse.adapter.persistence;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Whole lines one after the other, up to a limit. Not safe for use by several threads. */
final class LineBuffer {
  private static final int SMALL = 8 << 10;
  private static final int USUAL = 256 << 10;

  private final int limit;
  private byte[] octets = new byte[SMALL];
  private int size;

  /** A buffer of at most so many octets. */
  LineBuffer(int limit) {
    this.limit = limit;
  }

  /** Adds a line and its end, or, where there is no room for all of it, nothing. */
  boolean add(byte[] line) {
    int more = line.length + 1;
    if (more > limit - size) {
      return false;
    }
    if (more > octets.length - size) {
      int wanted = Math.max(size + more, Math.min(limit, octets.length * 2));
      octets = Arrays.copyOf(octets, wanted);
    }
    System.arraycopy(line, 0, octets, size, line.length);
    size += more;
    octets[size - 1] = '\n';
    return true;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** How many octets there are. */
  int size() {
    return size;
  }

  /** Removes the first lines, of so many octets. */
  void drop(int first) {
    System.arraycopy(octets, first, octets, 0, size - first);
    size -= first;
  }

  /** The lines, to be read while nothing is added. */
  ByteBuffer lines() {
    return ByteBuffer.wrap(octets, 0, size).asReadOnlyBuffer();
  }

  /** Empties the buffer, and lets go of what a burst made it hold. */
  void clear() {
    size = 0;
    if (octets.length > USUAL) {
      octets = new byte[SMALL];
    }
  }
}
