package org.gatehouse.adapter.socket.server;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The received octets of one connection that nobody has taken yet.
 *
 * <p>Octets are read into the loop's shared buffer and usually used up there. Only what is left
 * over is kept in a buffer of the connection's own, so that an idle connection has none.
 */
final class Inbound {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
  private static final int ROOM = 4096;

  private ByteBuffer octets = NOTHING;
  private boolean shared;

  /** All octets that are there, from the oldest; whoever takes some moves the position. */
  ByteBuffer octets() {
    return octets;
  }

  /** Reads what the network has: the count, 0 for nothing now, -1 for the end. */
  int read(Transport transport, ByteBuffer loopBuffer) throws IOException {
    if (octets == NOTHING) {
      loopBuffer.clear();
      int count = transport.read(loopBuffer);
      octets = loopBuffer.flip();
      shared = true;
      return count;
    }
    makeRoom();
    int start = octets.position();
    octets.position(octets.limit()).limit(octets.capacity());
    try {
      return transport.read(octets);
    } finally {
      octets.limit(octets.position()).position(start);
    }
  }

  /** Appends at the end and moves only when that is full, so that one-octet reads stay linear. */
  private void makeRoom() {
    if (octets.capacity() - octets.limit() >= ROOM) {
      return;
    }
    int needed = octets.remaining() + ROOM;
    int capacity = needed <= octets.capacity() / 2 ? octets.capacity() : 2 * needed;
    octets = ByteBuffer.allocate(capacity).put(octets).flip();
  }

  /** Ends an event: keeps what is left, and gives the shared buffer back. */
  void keep() {
    if (!octets.hasRemaining()) {
      octets = NOTHING;
    } else if (shared) {
      octets = ByteBuffer.allocate(Math.max(ROOM, octets.remaining())).put(octets).flip();
    }
    shared = false;
  }

  /** How many octets of the heap are held for this connection alone. */
  int held() {
    return shared ? 0 : octets.capacity();
  }

  /** Throws away what is there. */
  void discard() {
    octets.position(octets.limit());
  }
}
