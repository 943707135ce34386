package org.gatehouse.adapter.socket.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.gatehouse.application.port.body.Slice;

/** Plain TCP. */
final class PlainTransport implements Transport {
  private final SocketChannel channel;

  PlainTransport(SocketChannel channel) {
    this.channel = channel;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    return channel.read(target);
  }

  @Override
  public long write(ByteBuffer... sources) throws IOException {
    return sources.length == 1 ? channel.write(sources[0]) : channel.write(sources);
  }

  @Override
  public long transfer(Slice slice, long position, long count) throws IOException {
    // The JDK's own channel, unwrapped: only to it can the kernel copy by itself (sendfile).
    return slice.transferTo(position, count, channel);
  }

  @Override
  public void shutdownOutput() throws IOException {
    channel.shutdownOutput();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
