package org.gatehouse.bootstrap.json;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
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
    Sink sink = new Sink(ByteBuffer.wrap(target, offset, (int) Math.min(length, rest)));
    long moved = slice.transferTo(position, sink.room.remaining(), sink);
    if (moved == 0 && length > 0) {
      throw new EOFException("the content is shorter than it said");
    }
    position += moved;
    return (int) moved;
  }

  /**
   * A channel into the caller's array.
   *
   * @param room what is left of it
   */
  private record Sink(ByteBuffer room) implements WritableByteChannel {
    @Override
    public int write(ByteBuffer source) {
      int count = Math.min(room.remaining(), source.remaining());
      room.put(room.position(), source, source.position(), count);
      room.position(room.position() + count);
      source.position(source.position() + count);
      return count;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {
      // An array needs no closing.
    }
  }
}
