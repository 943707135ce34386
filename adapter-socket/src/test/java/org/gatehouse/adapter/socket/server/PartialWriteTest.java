package org.gatehouse.adapter.socket.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.gatehouse.adapter.socket.http1.ConnectionState;
import org.gatehouse.adapter.socket.http1.WireLimits;
import org.gatehouse.application.fake.FixedGauges;
import org.gatehouse.application.port.body.Slice;
import org.gatehouse.application.port.in.ConnectionInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A network that takes a few octets, and takes the rest a moment later in the same event: what
 * stopped because of the first must go on because of the second.
 */
class PartialWriteTest {
  private static final Logger LOG = LoggerFactory.getLogger(PartialWriteTest.class);

  private final ScriptedOrigin origin = new ScriptedOrigin().text("/", "hello");
  private final Workers workers = new Workers(1, 4);
  private final Admission admission = new Admission(10);
  private final Deque<Integer> takes = new ArrayDeque<>();
  private ServerSocketChannel listener;
  private Listener unused;
  private SocketChannel client;
  private Selector selector;
  private SelectionKey key;
  private Connection connection;

  /** Takes as many octets of each write as the test says; everything when it says no more. */
  private final class Reluctant implements Transport {
    private final SocketChannel channel;

    Reluctant(SocketChannel channel) {
      this.channel = channel;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      return channel.read(target);
    }

    @Override
    public long write(ByteBuffer... sources) throws IOException {
      Integer most = takes.poll();
      if (most == null) {
        return channel.write(sources);
      }
      ByteBuffer source = sources[0];
      int limit = source.limit();
      source.limit(source.position() + Math.min(most, source.remaining()));
      int taken = channel.write(source);
      source.limit(limit);
      return taken;
    }

    @Override
    public long transfer(Slice slice, long position, long count) throws IOException {
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

  @BeforeEach
  void connect() throws IOException {
    listener = ServerSocketChannel.open();
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    InetSocketAddress address = (InetSocketAddress) listener.getLocalAddress();
    client = SocketChannel.open(address);
    SocketChannel accepted = listener.accept();
    accepted.configureBlocking(false);
    listener.configureBlocking(false);
    Duration time = TestServer.LONG;
    ServerOptions options =
        new ServerOptions(
            address,
            1,
            1,
            4,
            10,
            5000,
            new ServerOptions.Timeouts(time, time, time, time),
            new WireLimits(8000, 32 * 1024, 100, 1 << 20));
    Warning saturated = new Warning(LOG, "saturated");
    Snapshot snapshot = new Snapshot(LOG, FixedGauges.distinct(), 0);
    Shared shared =
        new Shared(
            options,
            origin,
            workers,
            admission,
            Memory.ofHeap(),
            saturated,
            snapshot,
            Farewell.USUAL);
    unused = Listener.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    EventLoop loop = new EventLoop(shared, unused);
    ConnectionInfo info = new ConnectionInfo("127.0.0.1", 1, 1, "http");
    connection = new Connection(loop, new Reluctant(accepted), info, admission.enter());
    selector = Selector.open();
    connection.begin(new Interest(accepted, selector, connection));
    key = accepted.keyFor(selector);
  }

  @AfterEach
  void close() throws IOException {
    connection.abort();
    client.close();
    listener.close();
    unused.close();
    selector.close();
    workers.stop(Duration.ZERO);
  }

  /**
   * Sends a request text and lets the connection handle every event until it waits for the client.
   */
  private void exchange(String requests) throws IOException {
    client.write(ByteBuffer.wrap(requests.getBytes(StandardCharsets.US_ASCII)));
    do {
      selector.select(20_000);
      selector.selectedKeys().clear();
      connection.ready();
    } while (connection.state() != ConnectionState.CLOSED
        && key.interestOps() == SelectionKey.OP_WRITE);
  }

  private int replies(int octets) throws IOException {
    ByteBuffer received = ByteBuffer.allocate(octets);
    while (received.hasRemaining() && client.read(received) >= 0) {
      // Reads on.
    }
    String text = new String(received.array(), 0, received.position(), StandardCharsets.US_ASCII);
    return text.split("HTTP/1.1 200", -1).length - 1;
  }

  @Test
  void theLastResponseEndsTheConnection() throws Exception {
    takes.add(10);
    exchange("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    assertEquals(ConnectionState.CLOSED, connection.state());
    assertEquals(5, origin.end().octets());
    assertEquals(0, admission.open());
    assertEquals(1, replies(4096));
  }

  @Test
  void pipelinedRequestsGoOn() throws Exception {
    takes.add(10);
    exchange("GET / HTTP/1.1\r\nHost: a\r\n\r\n".repeat(1500));
    for (int i = 0; i < 1500; i++) {
      assertEquals("/", origin.end().target());
    }
    assertEquals(ConnectionState.IDLE, connection.state());
  }

  @Test
  void unwantedContentIsSkippedAndTheNextRequestIsAnswered() throws Exception {
    takes.add(10);
    String post = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc";
    exchange(post + "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    origin.end();
    assertEquals("/", origin.end().target());
    assertEquals(ConnectionState.IDLE, connection.state());
  }
}
