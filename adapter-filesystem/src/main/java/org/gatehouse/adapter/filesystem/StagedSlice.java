package org.gatehouse.adapter.filesystem;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import org.gatehouse.application.port.body.Slice;

/**
 * What was staged so far. The file belongs to its upload, and is closed with that.
 *
 * @param channel of the staged file; reading does not move its position
 * @param length in octets
 */
record StagedSlice(FileChannel channel, long length) implements Slice {
  @Override
  public long transferTo(long position, long count, WritableByteChannel sink) throws IOException {
    return channel.transferTo(position, Math.min(count, length - position), sink);
  }

  @Override
  public void close() {
    // There is nothing of its own to let go of.
  }
}
