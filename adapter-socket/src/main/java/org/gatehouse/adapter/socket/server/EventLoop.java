package org.gatehouse.adapter.socket.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.gatehouse.adapter.socket.http1.HeadReader;
import org.gatehouse.adapter.socket.http1.ResponseWriter;
import org.gatehouse.adapter.socket.http1.SectionMemory;
import org.gatehouse.adapter.socket.http1.TargetMemory;
import org.gatehouse.adapter.socket.http1.WireLimits;
import org.gatehouse.application.port.in.Origin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread with a selector and the connections it has accepted.
 *
 * <p>Everything shared by its connections lives here: the buffers, which are in use only while an
 * event is handled, the serializer and the clock reading of the present round.
 */
final class EventLoop implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(EventLoop.class);
  private static final int BUFFER = 64 * 1024;

  /** A piece of 64 KiB is a common content: it is to come in one read with its head. */
  private static final int INPUT = BUFFER + 8 * 1024;

  /** How often time is looked at when the server stops: its last deadlines are short. */
  private static final long LAST_TICK = 25_000_000L;

  private final Shared shared;
  private final Selector selector;
  private final Acceptor acceptor;
  private final WireLimits skipLimits;
  private final long tickNanos;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean woken = new AtomicBoolean();

  private final ByteBuffer input = ByteBuffer.allocate(INPUT);
  private final ByteBuffer output = ByteBuffer.allocateDirect(BUFFER);
  private final ByteBuffer skipped = ByteBuffer.allocate(BUFFER);
  private final ContentBuffers contentBuffers = new ContentBuffers();
  private final ResponseWriter writer = new ResponseWriter();
  private final TargetMemory targets = new TargetMemory();
  private final SectionMemory sections = new SectionMemory();
  private HeadReader headReader;

  private Thread thread;
  private long now = System.nanoTime();
  private long nextTick = now;
  private volatile boolean ending;
  private boolean waiting;
  private boolean draining;
  private boolean cutOff;
  private volatile boolean stopped;
  private volatile boolean ended;

  EventLoop(Shared shared, Listener listener) throws IOException {
    ServerOptions options = shared.options();
    this.shared = shared;
    this.headReader = new HeadReader(options.limits(), targets, sections);
    this.skipLimits = unlimitedContent(options.limits());
    this.tickNanos = tick(options.timeouts().shortest().toNanos());
    this.selector = Selector.open();
    this.acceptor = new Acceptor(this, listener);
  }

  /** Content that is only skipped has a limit of its own, whatever may be received. */
  private static WireLimits unlimitedContent(WireLimits limits) {
    return new WireLimits(
        limits.maxTarget(), limits.maxFieldSection(), limits.maxFields(), Long.MAX_VALUE);
  }

  /** A quarter of the shortest time is exact enough, and 500 ms seldom enough. */
  private static long tick(long shortestNanos) {
    return Math.min(500_000_000L, Math.max(5_000_000L, shortestNanos / 4));
  }

  void start(int number) throws IOException {
    acceptor.register(selector);
    thread = new Thread(this, "loop-" + number);
    thread.start();
  }

  @Override
  public void run() {
    Consumer<SelectionKey> dispatch = this::dispatch;
    while (!stopped) {
      try {
        waiting = true;
        selector.select(dispatch, Math.max(1, (nextTick - System.nanoTime()) / 1_000_000));
        now = System.nanoTime();
        runTasks();
        if (now - nextTick >= 0) {
          nextTick = now + (draining ? Math.min(LAST_TICK, tickNanos) : tickNanos);
          tick();
        }
      } catch (IOException | RuntimeException | Error unexpected) {
        // The loop carries thousands of connections: one round may fail, the loop may not.
        tell(unexpected);
      }
    }
    closeAll();
  }

  private static void tell(Throwable unexpected) {
    try {
      LOG.error("a round of the event loop failed", unexpected);
    } catch (RuntimeException | Error unlogged) {
      // Nobody is left to be told, and a server that answers is worth more than a line.
    }
  }

  private void dispatch(SelectionKey key) {
    if (waiting) {
      // Once for all that are ready: to look at the clock costs as much as to parse a field.
      waiting = false;
      now = System.nanoTime();
    }
    if (key.attachment() instanceof Connection connection) {
      connection.ready();
    } else {
      acceptor.accept();
    }
  }

  private void runTasks() {
    woken.set(false);
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }

  private void tick() {
    for (Connection connection : connections()) {
      connection.checkDeadline(now);
    }
    acceptor.resume();
    shared.snapshot().takeIfDue(now);
  }

  private List<Connection> connections() {
    List<Connection> connections = new ArrayList<>(selector.keys().size());
    for (SelectionKey key : selector.keys()) {
      if (key.attachment() instanceof Connection connection) {
        connections.add(connection);
      }
    }
    return connections;
  }

  /** Runs a task on this loop, soon. May be called by any thread. */
  void execute(Runnable task) {
    tasks.add(task);
    if (ended) {
      runLastTasks();
    } else if (Thread.currentThread() != thread && woken.compareAndSet(false, true)) {
      selector.wakeup();
    }
  }

  /** Takes over a connection that was accepted. */
  void adopt(SocketChannel channel, Connection connection) {
    connection.begin(new Interest(channel, selector, connection));
  }

  /** Has a connection that was accepted elsewhere. May be called by any thread. */
  void welcome(SocketChannel channel) {
    execute(() -> acceptor.welcome(channel));
  }

  /**
   * From now on each response is the last on its connection, if the client has not sent more. May
   * be called by any thread.
   */
  void announceEnd() {
    ending = true;
  }

  /**
   * Accepts no more.
   *
   * @param done counted down when this loop has nothing to do with the listener any more
   */
  void acceptNoMore(CountDownLatch done) {
    execute(
        () -> {
          try {
            acceptor.retire();
            selector.selectNow(this::dispatch);
          } catch (IOException e) {
            LOG.warn("the listening socket is still known to a selector: {}", e.toString());
          } finally {
            done.countDown();
          }
        });
  }

  /**
   * Lets every connection end after what it has begun.
   *
   * @param begun counted down when all connections know
   */
  void drain(CountDownLatch begun) {
    execute(
        () -> {
          try {
            ending = true;
            draining = true;
            nextTick = now;
            connections().forEach(Connection::drain);
          } finally {
            begun.countDown();
          }
        });
  }

  /** Ends the thread, and with it every connection that is still there. */
  void stop() {
    stopped = true;
    selector.wakeup();
  }

  void join() throws InterruptedException {
    thread.join();
  }

  private void closeAll() {
    // What was accepted or answered by now is still taken up, so that it is not forgotten.
    runTasks();
    for (Connection connection : connections()) {
      cutOff |= connection.isBusy();
      connection.abort();
    }
    runTasks();
    try {
      selector.close();
    } catch (IOException e) {
      LOG.debug("closing a selector: {}", e.toString());
    }
  }

  /** Runs what workers have brought back after the thread has ended, and will yet bring back. */
  synchronized void runLastTasks() {
    ended = true;
    runTasks();
  }

  /** Whether responses should be the last ones of their connections. */
  boolean isEnding() {
    return ending;
  }

  /** Whether the server stops, and waits only for what was begun. */
  boolean isDraining() {
    return draining;
  }

  /** Whether something was going on when the thread ended. To be asked after {@link #join}. */
  boolean hasCutOff() {
    return cutOff;
  }

  /** The time of this round, in nanoseconds of {@link System#nanoTime}. */
  long now() {
    return now;
  }

  /** The reader for heads that arrive whole. */
  HeadReader headReader() {
    return headReader;
  }

  /** The reader, which a connection keeps because its head has only begun to arrive. */
  HeadReader takeHeadReader() {
    HeadReader taken = headReader;
    headReader = new HeadReader(options().limits(), targets, sections);
    return taken;
  }

  ByteBuffer inputBuffer() {
    return input;
  }

  ByteBuffer outputBuffer() {
    return output;
  }

  ByteBuffer skipBuffer() {
    return skipped;
  }

  ContentBuffers contentBuffers() {
    return contentBuffers;
  }

  WireLimits skipLimits() {
    return skipLimits;
  }

  ResponseWriter responseWriter() {
    return writer;
  }

  ServerOptions options() {
    return shared.options();
  }

  Origin origin() {
    return shared.origin();
  }

  Workers workers() {
    return shared.workers();
  }

  Admission admission() {
    return shared.admission();
  }

  Memory memory() {
    return shared.memory();
  }

  Warning saturated() {
    return shared.saturated();
  }

  Farewell farewell() {
    return shared.farewell();
  }
}
