package org.gatehouse.adapter.socket.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.gatehouse.application.port.in.ConnectionInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accepts connections for one loop. All loops share the listening socket and each accepts for
 * itself, a few at a time, so that none takes them all.
 */
final class Acceptor {
  private static final Logger LOG = LoggerFactory.getLogger(Acceptor.class);
  private static final int AT_A_TIME = 4;

  private final EventLoop loop;
  private final Listener listener;
  private SelectionKey key;

  Acceptor(EventLoop loop, Listener listener) {
    this.loop = loop;
    this.listener = listener;
  }

  void register(Selector selector) throws IOException {
    key = listener.register(selector);
  }

  /** Accepts a few of those who wait. */
  void accept() {
    try {
      for (int i = 0; i < AT_A_TIME; i++) {
        SocketChannel channel = listener.accept();
        if (channel == null) {
          return;
        }
        welcome(channel);
      }
    } catch (IOException | CancelledKeyException e) {
      pause(e);
    }
  }

  /** The listener stays ready while it cannot be served: looking again at once would spin. */
  private void pause(Exception cause) {
    if (listener.isOpen() && key.isValid()) {
      LOG.debug("accepting failed: {}", cause.toString());
      loop.admission().noteFailure();
      key.interestOps(0);
    }
  }

  /** Goes on after a pause. */
  void resume() {
    if (key.isValid() && key.interestOps() == 0) {
      key.interestOps(SelectionKey.OP_ACCEPT);
    }
  }

  /** Takes in a connection that was accepted, if there is room. */
  void welcome(SocketChannel channel) {
    Admission.Place place = loop.admission().enter();
    if (place == Admission.Place.DROPPED) {
      Listener.drop(channel);
      return;
    }
    try {
      channel.configureBlocking(false);
      // Responses are handed over whole; waiting for more to fill a packet would only delay them.
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      loop.adopt(channel, new Connection(loop, new PlainTransport(channel), info(channel), place));
    } catch (IOException | RuntimeException e) {
      LOG.debug("a connection was gone before it began: {}", e.toString());
      Listener.drop(channel);
      loop.admission().leave(place);
    }
  }

  private static ConnectionInfo info(SocketChannel channel) throws IOException {
    InetSocketAddress remote = (InetSocketAddress) channel.getRemoteAddress();
    InetSocketAddress local = (InetSocketAddress) channel.getLocalAddress();
    if (remote == null || local == null) {
      throw new IOException("the client is gone");
    }
    return new ConnectionInfo(
        remote.getAddress().getHostAddress(), remote.getPort(), local.getPort(), "http");
  }

  /** Accepts no more. The selector forgets the listener when it selects the next time. */
  void retire() {
    key.cancel();
  }
}
