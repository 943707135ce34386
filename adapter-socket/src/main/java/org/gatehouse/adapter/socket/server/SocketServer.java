package org.gatehouse.adapter.socket.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.gatehouse.application.port.in.Origin;
import org.gatehouse.application.port.out.ServerGauges;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An HTTP/1.x server on a TCP port: it listens, speaks the protocol, and drives an {@link Origin}.
 *
 * <p>Life: {@link #open} binds, {@link #start} serves, {@link #announceEnd} lets clients know,
 * {@link #stop} drains and ends.
 */
public final class SocketServer {
  private static final Logger LOG = LoggerFactory.getLogger(SocketServer.class);

  private final ServerOptions options;
  private final Farewell farewell;
  private final Listener listener;
  private final Admission admission;
  private final Memory memory;
  private final Workers workers;
  private final List<EventLoop> loops = new ArrayList<>();
  private final AtomicBoolean stopped = new AtomicBoolean();

  private SocketServer(ServerOptions options, Farewell farewell, Memory memory, Listener listener) {
    this.options = options;
    this.farewell = farewell;
    this.listener = listener;
    this.memory = memory;
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
    return open(options, Farewell.USUAL, Memory.ofHeap());
  }

  /** Binds the port, with a farewell and an account of its own. */
  static SocketServer open(ServerOptions options, Farewell farewell, Memory memory)
      throws IOException {
    return new SocketServer(options, farewell, memory, Listener.open(options.address()));
  }

  /**
   * Starts to serve.
   *
   * @throws IOException if the system has no selectors left
   */
  public void start(Origin origin) throws IOException {
    Warning saturated =
        new Warning(LOG, "a request is refused: all workers are busy and --queue is full");
    Snapshot snapshot = new Snapshot(LOG, gauges(), System.nanoTime());
    Shared shared =
        new Shared(options, origin, workers, admission, memory, saturated, snapshot, farewell);
    for (int i = 0; i < options.loops(); i++) {
      loops.add(new EventLoop(shared, listener));
    }
    for (int i = 0; i < loops.size(); i++) {
      loops.get(i).start(i + 1);
    }
  }

  /** Where it listens; with the port that was picked if 0 was asked for. */
  public InetSocketAddress address() {
    return listener.address();
  }

  /** The port on which it listens. */
  public int port() {
    return listener.address().getPort();
  }

  /** What the server can tell of itself. */
  public ServerGauges gauges() {
    return new Gauges();
  }

  /**
   * Says that {@link #stop} will follow: everything is still accepted and served, but responses say
   * {@code Connection: close}, so that clients look for another server between two requests.
   */
  public void announceEnd() {
    loops.forEach(EventLoop::announceEnd);
  }

  /**
   * Stops: accepts no more, answers what was begun, closes idle connections. Stopping again does
   * nothing.
   *
   * <p>The order is what loses no request. First every loop lets go of the listener, then it is
   * closed behind the last who waited, then every connection ends after what it has begun.
   *
   * @param patience how long requests in flight may take
   * @return whether all of them ended in time; the rest was cut off
   */
  public boolean stop(Duration patience) throws InterruptedException {
    if (!stopped.compareAndSet(false, true)) {
      return true;
    }
    long end = System.nanoTime() + patience.toNanos();
    Listener.rehearseClose();
    boolean begun = inEveryLoop(EventLoop::acceptNoMore, end);
    takeIn(listener.close());
    begun &= inEveryLoop(EventLoop::drain, end);
    boolean ended = begun && admission.awaitEmpty(Duration.ofNanos(end - System.nanoTime()));
    loops.forEach(EventLoop::stop);
    for (EventLoop loop : loops) {
      loop.join();
    }
    workers.stop(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    loops.forEach(EventLoop::runLastTasks);
    return begun && (ended || loops.stream().noneMatch(EventLoop::hasCutOff));
  }

  /** Has every loop do something; whether all have done it in time. */
  private boolean inEveryLoop(BiConsumer<EventLoop, CountDownLatch> step, long end)
      throws InterruptedException {
    CountDownLatch done = new CountDownLatch(loops.size());
    loops.forEach(loop -> step.accept(loop, done));
    return done.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  /** Shares out among the loops who was accepted last. */
  private void takeIn(List<SocketChannel> accepted) {
    for (int i = 0; i < accepted.size(); i++) {
      if (loops.isEmpty()) {
        Listener.drop(accepted.get(i));
      } else {
        loops.get(i % loops.size()).welcome(accepted.get(i));
      }
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
      return workers.shed() + memory.shed();
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
