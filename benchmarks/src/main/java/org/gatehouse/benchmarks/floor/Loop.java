package org.gatehouse.benchmarks.floor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** One thread with a selector, which accepts for itself and answers whoever it has accepted. */
final class Loop implements Runnable {
  private static final int INPUT = 64 * 1024;

  private final Selector selector = Selector.open();
  private final ServerSocketChannel listener;
  private final ByteBuffer input = ByteBuffer.allocateDirect(INPUT);
  private final Answers usual;
  private final Answers last;

  /**
   * Makes a loop.
   *
   * @param usual what to answer
   * @param last what to answer to a client that wants the connection to end
   */
  Loop(ServerSocketChannel listener, Answers usual, Answers last) throws IOException {
    this.listener = listener;
    this.usual = usual;
    this.last = last;
    listener.register(selector, SelectionKey.OP_ACCEPT);
  }

  @Override
  public void run() {
    try {
      while (true) {
        selector.select(this::ready);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void ready(SelectionKey key) {
    if (key.isAcceptable()) {
      accept();
      return;
    }
    Client client = (Client) key.attachment();
    try {
      if (key.isWritable()) {
        write(client);
      } else {
        read(client);
      }
    } catch (IOException gone) {
      close(client);
    }
  }

  private void accept() {
    try {
      SocketChannel channel = listener.accept();
      if (channel != null) {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        new Client(channel, selector);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(Client client) throws IOException {
    input.clear();
    if (client.channel.read(input) < 0) {
      close(client);
      return;
    }
    input.flip();
    int ended = client.requests.count(input);
    client.owed += answers(client).octets(ended);
    write(client);
  }

  /** Writes what is owed, as far as the network takes it. */
  private void write(Client client) throws IOException {
    client.owed = answers(client).write(client.channel, client.owed);
    if (client.owed > 0) {
      client.key.interestOps(SelectionKey.OP_WRITE);
      return;
    }
    client.key.interestOps(SelectionKey.OP_READ);
    if (client.requests.saidClose()) {
      close(client);
    }
  }

  private Answers answers(Client client) {
    return client.requests.saidClose() ? last : usual;
  }

  private static void close(Client client) {
    try {
      client.channel.close();
    } catch (IOException gone) {
      // It is closed all the same.
      client.owed = 0;
    }
  }

  private static final class Client {
    private final SocketChannel channel;
    private final SelectionKey key;
    private final Requests requests = new Requests();

    /** Octets that are still to be written. */
    private long owed;

    private Client(SocketChannel channel, Selector selector) throws IOException {
      this.channel = channel;
      this.key = channel.register(selector, SelectionKey.OP_READ, this);
    }
  }
}
