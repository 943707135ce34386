package org.gatehouse.adapter.socket.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gatehouse.application.port.in.Origin;
import org.gatehouse.application.port.out.ServerGauges;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An HTTP/1.x server on a TCP port: it listens, speaks the protocol, and drives an {@link Origin}.
 *
 * <p>Life: {@link #open} binds, {@link #start} serves, {@link #stop} drains and ends.
 */
public final class SocketServer {
  private static final Logger LOG = LoggerFactory.getLogger(SocketServer.class);
  private static final int BACKLOG = 4096;

  private final ServerOptions options;
  private final ServerSocketChannel listener;
  private final InetSocketAddress address;
  private final Admission admission;
  private final Workers workers;
  private final List<EventLoop> loops = new ArrayList<>();
  private final AtomicBoolean stopped = new AtomicBoolean();

  private SocketServer(ServerOptions options, ServerSocketChannel listener) throws IOException {
    this.options = options;
    this.listener = listener;
    this.address = (InetSocketAddress) listener.getLocalAddress();
    this.admission = new Admission(options.maxConnections());
    this.workers = new Workers(options.workers(), options.queue());
  }

  /**
   * Binds the port. Connections are taken by the kernel from now on, and served after {@link
   * #start}.
   *
   * @throws IOException if the port is in use or the address is not one of this machine's
   */
  public static SocketServer open(ServerOptions options) throws IOException {
    ServerSocketChannel listener = ServerSocketChannel.open();
    try {
      listener.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      listener.bind(options.address(), BACKLOG);
      listener.configureBlocking(false);
      return new SocketServer(options, listener);
    } catch (IOException | RuntimeException e) {
      listener.close();
      throw e;
    }
  }

  /**
   * Starts to serve.
   *
   * @throws IOException if the system has no selectors left
   */
  public void start(Origin origin) throws IOException {
    Warning saturated =
        new Warning(LOG, "a request is refused: all workers are busy and --queue is full");
    for (int i = 0; i < options.loops(); i++) {
      loops.add(new EventLoop(options, origin, workers, admission, saturated, listener));
    }
    for (int i = 0; i < loops.size(); i++) {
      loops.get(i).start(i + 1);
    }
  }

  /** Where it listens; with the port that was picked if 0 was asked for. */
  public InetSocketAddress address() {
    return address;
  }

  /** The port on which it listens. */
  public int port() {
    return address.getPort();
  }

  /** What the server can tell of itself. */
  public ServerGauges gauges() {
    return new Gauges();
  }

  /**
   * Stops: accepts no more, answers what was begun, closes idle connections at once. Stopping again
   * does nothing.
   *
   * @param patience how long requests in flight may take
   * @return whether all of them ended in time; the rest was cut off
   */
  public boolean stop(Duration patience) throws InterruptedException {
    if (!stopped.compareAndSet(false, true)) {
      return true;
    }
    long end = System.nanoTime() + patience.toNanos();
    CountDownLatch begun = new CountDownLatch(loops.size());
    loops.forEach(loop -> loop.drain(begun));
    boolean clean =
        begun.await(patience.toNanos(), TimeUnit.NANOSECONDS)
            && admission.awaitEmpty(Duration.ofNanos(end - System.nanoTime()));
    loops.forEach(EventLoop::stop);
    for (EventLoop loop : loops) {
      loop.join();
    }
    workers.stop(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    loops.forEach(EventLoop::runLastTasks);
    closeListener();
    return clean;
  }

  private void closeListener() {
    try {
      listener.close();
    } catch (IOException e) {
      LOG.debug("closing the listener: {}", e.toString());
    }
  }

  private final class Gauges implements ServerGauges {
    @Override
    public int totalWorkers() {
      return workers.total();
    }

    @Override
    public int activeWorkers() {
      return workers.active();
    }

    @Override
    public int queueDepth() {
      return workers.queueDepth();
    }

    @Override
    public int queueLimit() {
      return workers.queueLimit();
    }

    @Override
    public long shedRequests() {
      return workers.shed();
    }

    @Override
    public int connectionLimit() {
      return admission.limit();
    }

    @Override
    public long refusedConnections() {
      return admission.turnedAway();
    }

    @Override
    public int openConnections() {
      return admission.open();
    }

    @Override
    public long acceptedConnections() {
      return admission.accepted();
    }
  }
}
