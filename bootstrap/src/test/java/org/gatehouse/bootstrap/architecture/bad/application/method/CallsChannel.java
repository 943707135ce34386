package org.gatehouse.bootstrap.architecture.bad.application.method;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** Uses a channel. */
public final class CallsChannel {
  /** Writes. */
  public int write(WritableByteChannel channel) throws IOException {
    return channel.write(ByteBuffer.allocate(1));
  }
}
