package org.gatehouse.adapter.socket.server;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The buffers in which the content of requests waits for a worker. One loop's own.
 *
 * <p>The JDK copies what is on the heap before it writes it, and a new buffer is filled with zeros
 * first. So the larger ones lie outside the heap and are used again, as long as there are few;
 * beyond that, and for little content, they come from the heap and go with it.
 */
final class ContentBuffers {
  /** The most that one buffer holds. */
  static final int SIZE = 64 * 1024;

  /** Less is copied faster than it is fetched. */
  private static final int MUCH = 8 * 1024;

  /** How many a loop has outside the heap at most: 2 MiB, in use or not. */
  private static final int MOST = 32;

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final Deque<ByteBuffer> idle = new ArrayDeque<>();
  private int made;

  /** A buffer for so many octets, {@link #SIZE} at most; it may have room for more. */
  ByteBuffer take(int octets) {
    if (octets == 0) {
      return NOTHING;
    }
    int size = Math.min(SIZE, octets);
    if (size < MUCH) {
      return ByteBuffer.allocate(size);
    }
    ByteBuffer used = idle.poll();
    if (used != null) {
      return used.clear().limit(size);
    }
    if (made == MOST) {
      return ByteBuffer.allocate(size);
    }
    made++;
    return ByteBuffer.allocateDirect(SIZE).limit(size);
  }

  /** How many octets of the heap a buffer costs. Those outside it are bounded as they are. */
  static int held(ByteBuffer buffer) {
    return buffer.isDirect() ? 0 : buffer.capacity();
  }

  /** Takes back what nobody uses any more. */
  void giveBack(ByteBuffer buffer) {
    if (buffer.isDirect()) {
      idle.push(buffer);
    }
  }
}
