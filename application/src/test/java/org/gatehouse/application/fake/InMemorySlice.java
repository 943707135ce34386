package org.gatehouse.application.fake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.WritableByteChannel;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gatehouse.application.port.body.Slice;

/** Octets that have to be closed, as if they were a file. */
public final class InMemorySlice implements Slice {
  private final byte[] octets;
  private final Runnable onClose;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * An open slice.
   *
   * @param octets what it holds; never changed
   * @param onClose run once, at the first close
   */
  public InMemorySlice(byte[] octets, Runnable onClose) {
    this.octets = octets;
    this.onClose = onClose;
  }

  @Override
  public long length() {
    return octets.length;
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel sink) throws IOException {
    if (closed.get()) {
      throw new ClosedChannelException();
    }
    Objects.checkFromIndexSize(position, count, octets.length);
    return sink.write(ByteBuffer.wrap(octets, (int) position, (int) count));
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      onClose.run();
    }
  }
}
