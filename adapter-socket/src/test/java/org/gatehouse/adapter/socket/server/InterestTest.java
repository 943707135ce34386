package org.gatehouse.adapter.socket.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InterestTest {
  private Selector selector;
  private SocketChannel channel;
  private Interest interest;

  @BeforeEach
  void open() throws IOException {
    selector = Selector.open();
    channel = SocketChannel.open();
    channel.configureBlocking(false);
    interest = new Interest(channel, selector, null);
  }

  @AfterEach
  void close() throws IOException {
    channel.close();
    selector.close();
  }

  @Test
  void theSelectorKnowsOfItFromTheFirstWaitOn() throws Exception {
    assertNull(channel.keyFor(selector));
    assertFalse(interest.isToWrite());
    interest.only(0);
    SelectionKey key = channel.keyFor(selector);
    assertEquals(0, key.interestOps());
    interest.only(SelectionKey.OP_READ);
    assertEquals(SelectionKey.OP_READ, key.interestOps());
    assertFalse(interest.isToWrite());
    interest.only(SelectionKey.OP_WRITE);
    assertEquals(SelectionKey.OP_WRITE, key.interestOps());
    assertTrue(interest.isToWrite());
  }

  @Test
  void whatIsClosedCannotWait() throws Exception {
    channel.close();
    assertThrows(ClosedChannelException.class, () -> interest.only(SelectionKey.OP_READ));
  }
}
