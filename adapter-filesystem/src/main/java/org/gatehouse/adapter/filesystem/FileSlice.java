package org.gatehouse.adapter.filesystem;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatehouse.application.port.body.Slice;

/** The content of an open file. The kernel copies it to a socket ({@code sendfile}). */
final class FileSlice implements Slice {
  private final FileChannel channel;
  private final long length;
  private final AtomicInteger open;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * A slice of a whole file.
   *
   * @param open counts what is open
   */
  FileSlice(OpenFile file, AtomicInteger open) {
    this.channel = file.channel();
    this.length = file.stat().size();
    this.open = open;
    open.incrementAndGet();
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public boolean isShareable() {
    return true;
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel sink) throws IOException {
    long step = Math.min(count, length - position);
    long moved = channel.transferTo(position, step, sink);
    if (moved == 0 && step > 0 && channel.size() <= position) {
      throw new EOFException("the file has become shorter");
    }
    return moved;
  }

  /** Without the system calls that {@link FileChannel#transferTo} makes beside the reading. */
  @Override
  public long read(long position, ByteBuffer target) throws IOException {
    int room = (int) Math.min(target.remaining(), length - position);
    int limit = target.limit();
    target.limit(target.position() + room);
    try {
      int count = channel.read(target, position);
      if (count <= 0 && room > 0) {
        throw new EOFException("the file has become shorter");
      }
      return Math.max(0, count);
    } finally {
      target.limit(limit);
    }
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      open.decrementAndGet();
      try {
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
