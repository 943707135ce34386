package org.gatehouse.application.port.body;

import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/**
 * A channel into a buffer, for what can only be moved to a channel.
 *
 * @param buffer has room for all that will come
 */
record BufferChannel(ByteBuffer buffer) implements WritableByteChannel {
  @Override
  public int write(ByteBuffer source) {
    int count = source.remaining();
    buffer.put(source);
    return count;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {
    // The buffer is somebody else's.
  }
}
