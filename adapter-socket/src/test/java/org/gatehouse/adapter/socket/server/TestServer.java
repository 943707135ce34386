package org.gatehouse.adapter.socket.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.gatehouse.adapter.socket.http1.WireLimits;
import org.gatehouse.application.port.in.Origin;

/** A server on a free loopback port, for one test. */
final class TestServer implements AutoCloseable {
  static final Duration LONG = Duration.ofSeconds(30);
  static final Duration SHORT = Duration.ofMillis(60);

  private final SocketServer server;
  private boolean stopped;

  private TestServer(SocketServer server) {
    this.server = server;
  }

  /** What a test wants to be different from the usual. */
  static final class Settings {
    private int workers = 2;
    private int queue = 16;
    private int maxConnections = 100;
    private int maxRequests = 1000;
    private Duration idle = LONG;
    private Duration header = LONG;
    private Duration body = LONG;
    private Duration write = LONG;
    private int loops = 2;
    private Farewell farewell = Farewell.USUAL;
    private Memory memory = Memory.ofHeap();

    Settings workers(int threads, int waiting) {
      workers = threads;
      queue = waiting;
      return this;
    }

    Settings maxConnections(int most) {
      maxConnections = most;
      return this;
    }

    Settings maxRequests(int most) {
      maxRequests = most;
      return this;
    }

    Settings memory(Memory account) {
      memory = account;
      return this;
    }

    Settings loops(int count) {
      loops = count;
      return this;
    }

    Settings farewell(Duration grace, Duration linger, Duration lastLinger) {
      farewell = new Farewell(grace, linger, lastLinger);
      return this;
    }

    Settings idle(Duration time) {
      idle = time;
      return this;
    }

    Settings header(Duration time) {
      header = time;
      return this;
    }

    Settings body(Duration time) {
      body = time;
      return this;
    }

    Settings write(Duration time) {
      write = time;
      return this;
    }

    /** Binds only: what clients send now is there when the server begins to serve. */
    TestServer open() throws IOException {
      ServerOptions options =
          new ServerOptions(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
              loops,
              workers,
              queue,
              maxConnections,
              maxRequests,
              new ServerOptions.Timeouts(idle, header, body, write),
              new WireLimits(8000, 32 * 1024, 100, 1 << 20));
      return new TestServer(SocketServer.open(options, farewell, memory));
    }

    TestServer start(Origin origin) throws IOException {
      TestServer server = open();
      server.server.start(origin);
      return server;
    }
  }

  static TestServer start(Origin origin) throws IOException {
    return new Settings().start(origin);
  }

  int port() {
    return server.port();
  }

  SocketServer server() {
    return server;
  }

  RawClient client() throws IOException {
    return new RawClient(port());
  }

  boolean stop(Duration patience) throws InterruptedException {
    stopped = true;
    return server.stop(patience);
  }

  @Override
  public void close() {
    if (!stopped) {
      try {
        stop(Duration.ZERO);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
