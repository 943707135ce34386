package org.gatehouse.adapter.filesystem;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import org.gatehouse.application.port.body.Slice;

/** One reader's view of content that is open for several. */
final class SharedSlice implements Slice {
  private final SharedHandle.Lease<Slice> lease;

  /** A view, which ends the lease when it is closed. */
  SharedSlice(SharedHandle.Lease<Slice> lease) {
    this.lease = lease;
  }

  @Override
  public long length() {
    return lease.resource().length();
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel sink) throws IOException {
    return lease.resource().transferTo(position, count, sink);
  }

  @Override
  public long read(long position, ByteBuffer target) throws IOException {
    return lease.resource().read(position, target);
  }

  @Override
  public void close() {
    lease.end();
  }
}
