package org.gatehouse.adapter.socket.server;

import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * What a connection waits for. The selector knows of it from its first wait on: a connection that
 * is served at once and ends never has to be made known and forgotten again.
 */
final class Interest {
  private final SocketChannel channel;
  private final Selector selector;
  private final Connection connection;
  private SelectionKey key;

  /** Nothing is waited for yet. */
  Interest(SocketChannel channel, Selector selector, Connection connection) {
    this.channel = channel;
    this.selector = selector;
    this.connection = connection;
  }

  /** Whether it waits for the network to take octets, and for nothing else. */
  boolean isToWrite() {
    return key != null && key.interestOps() == SelectionKey.OP_WRITE;
  }

  /**
   * Waits for this only.
   *
   * @param operations of {@link SelectionKey}; 0 for none, so that only a task or a deadline goes
   *     on
   */
  void only(int operations) throws ClosedChannelException {
    if (key == null) {
      key = channel.register(selector, operations, connection);
    } else if (key.interestOps() != operations) {
      key.interestOps(operations);
    }
  }
}
