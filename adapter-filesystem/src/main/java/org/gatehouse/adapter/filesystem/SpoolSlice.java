package org.gatehouse.adapter.filesystem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gatehouse.application.port.body.Slice;

/** What was spooled into a file, which vanishes with it. */
final class SpoolSlice implements Slice {
  private final SpoolFolder spool;
  private final FileChannel file;
  private final long length;
  private final AtomicBoolean closed = new AtomicBoolean();

  SpoolSlice(SpoolFolder spool, FileChannel file, long length) {
    this.spool = spool;
    this.file = file;
    this.length = length;
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel sink) throws IOException {
    return file.transferTo(position, Math.min(count, length - position), sink);
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      spool.release(length);
      try {
        file.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
