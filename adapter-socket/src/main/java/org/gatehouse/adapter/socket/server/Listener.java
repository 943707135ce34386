package org.gatehouse.adapter.socket.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The listening socket. The delicate thing about it is its end: the kernel completes handshakes by
 * itself, and when the socket closes it resets whoever has not been accepted.
 */
final class Listener {
  private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
  private static final int BACKLOG = 4096;
  private static final int REHEARSALS = 3;

  /** How fresh, in nanoseconds, the news has to be that nobody waits. */
  private static final long AT_ONCE = 50_000;

  private final ServerSocketChannel channel;
  private final InetSocketAddress address;

  private Listener(ServerSocketChannel channel) throws IOException {
    this.channel = channel;
    this.address = (InetSocketAddress) channel.getLocalAddress();
  }

  /**
   * Binds.
   *
   * @throws IOException if the port is in use or the address is not one of this machine's
   */
  static Listener open(InetSocketAddress address) throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open();
    try {
      channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      channel.bind(address, BACKLOG);
      channel.configureBlocking(false);
      return new Listener(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Where it listens. */
  InetSocketAddress address() {
    return address;
  }

  /** Tells a selector of those who wait. */
  SelectionKey register(Selector selector) throws IOException {
    return channel.register(selector, SelectionKey.OP_ACCEPT);
  }

  /** Whether it has not been closed. */
  boolean isOpen() {
    return channel.isOpen();
  }

  /** The next who waits, or null. */
  SocketChannel accept() throws IOException {
    return channel.accept();
  }

  /**
   * Closes, after the last of those who wait has been taken in. No selector may know the socket any
   * more: the JDK would close it only when each of them has selected once again, and the kernel
   * would meanwhile shake hands with clients whom nobody accepts.
   *
   * @return those who waited
   */
  List<SocketChannel> close() {
    return takeAndClose(channel);
  }

  /**
   * Does what {@link #close} does with ports that nobody knows. Code that runs for the first time
   * is linked call by call, and the real thing must not dawdle between the last accept and the
   * close.
   */
  static void rehearseClose() {
    try {
      for (int i = 0; i < REHEARSALS; i++) {
        Listener unknown = open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        unknown.close().forEach(Listener::drop);
      }
    } catch (IOException noSocketLeft) {
      LOG.debug("the close is not rehearsed: {}", noSocketLeft.toString());
    }
  }

  private static List<SocketChannel> takeAndClose(ServerSocketChannel channel) {
    List<SocketChannel> waiting = new ArrayList<>();
    try (channel) {
      // Whoever waits now is among the first of these; a flood may not keep the door open.
      for (int i = 0; i <= BACKLOG; i++) {
        long asked = System.nanoTime();
        SocketChannel next = channel.accept();
        if (next != null) {
          waiting.add(next);
        } else if (System.nanoTime() - asked < AT_ONCE) {
          break;
        }
        // Nobody was there, but this thread was held up since: somebody may have come.
      }
    } catch (IOException e) {
      LOG.warn("those who waited for the port cannot all be served: {}", e.toString());
    }
    return waiting;
  }

  /** Closes a connection that nobody takes. */
  static void drop(SocketChannel connection) {
    try {
      connection.close();
    } catch (IOException e) {
      LOG.debug("closing a connection: {}", e.toString());
    }
  }
}
