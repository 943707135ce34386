package org.gatehouse.bootstrap;

import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.bootstrap.config.Configuration.Listening;

/**
 * A server inside of another program, such as a test:
 *
 * <pre>{@code
 * try (Gatehouse server = Gatehouse.builder().port(0).root(Path.of("www")).start()) {
 *   URI page = server.uri().resolve("index.html");
 * }
 * }</pre>
 *
 * <p>It is the server of the command line, put together by the same {@link ServerAssembly}, without
 * what belongs to a process: it prints nothing, configures no logging (it logs through SLF4J, and
 * what becomes of that is the program's affair), listens to no signals, and touches no files but
 * those of the folders it was given. Several of them can run in one process. Those that listen for
 * connections are no daemon threads: a program ends after {@link #close}.
 */
public final class Gatehouse implements AutoCloseable {
  private final RunningServer server;
  private final URI uri;
  private final FutureTask<Boolean> stop;
  private final AtomicBoolean closed = new AtomicBoolean();

  Gatehouse(RunningServer server, Listening listening) {
    this.server = server;
    this.uri = listening.uri(server.port());
    this.stop = new FutureTask<>(server::stop);
  }

  /** A server that is still to be described: with the defaults of the command line. */
  public static GatehouseBuilder builder() {
    return new GatehouseBuilder();
  }

  /**
   * Where it is reached from this machine, such as {@code http://127.0.0.1:49152/}: {@code
   * uri().resolve("index.html")} names a resource.
   */
  public URI uri() {
    return uri;
  }

  /** The port on which it listens; the one that was picked, if 0 was asked for. */
  public int port() {
    return server.port();
  }

  /**
   * Stops: answers what is in flight for as long as {@link GatehouseBuilder#shutdownTimeout} says,
   * closes connections, stores and threads. When it comes back, none of them is left, even if the
   * calling thread is interrupted meanwhile. Closing again does nothing.
   *
   * @throws StorageFailure if a store of the var folder could not keep what it was given; all is
   *     closed all the same
   */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    // Of its own, as an interrupt of the caller's thread must not leave a server half closed.
    new Thread(stop, "gatehouse-stop").start();
    boolean interrupted = false;
    while (true) {
      try {
        stop.get();
        break;
      } catch (InterruptedException early) {
        interrupted = true;
      } catch (ExecutionException failed) {
        throw failed.getCause() instanceof RuntimeException failure
            ? failure
            : new IllegalStateException("the server did not stop", failed.getCause());
      } finally {
        if (interrupted && stop.isDone()) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
