package org.gatehouse.bootstrap.json;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.gatehouse.application.port.body.Slice;

/** A slice as a stream, from its first octet to its last. Does not close it. */
final class SliceInput extends InputStream {
  private final Slice slice;
  private long position;

  SliceInput(Slice slice) {
    this.slice = slice;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    long rest = slice.length() - position;
    if (rest == 0) {
      return -1;
    }
    ByteBuffer room = ByteBuffer.wrap(target, offset, (int) Math.min(length, rest));
    long moved = slice.read(position, room);
    if (moved == 0 && length > 0) {
      throw new EOFException("the content is shorter than it said");
    }
    position += moved;
    return (int) moved;
  }
}
