package org.gatehouse.bootstrap.architecture.bad.adapter.socket.http1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** A parser that reads by itself. */
public final class ReadsSockets {
  /** Reads. */
  public int read(SocketChannel channel) throws IOException {
    return channel.read(ByteBuffer.allocate(1));
  }
}
