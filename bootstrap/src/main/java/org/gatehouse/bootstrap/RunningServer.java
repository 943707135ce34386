package org.gatehouse.bootstrap;

import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.util.Optional;
import org.gatehouse.adapter.socket.server.SocketServer;
import org.gatehouse.application.endpoint.Lifecycle;
import org.gatehouse.application.port.out.AccessLog;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.bootstrap.config.Configuration;
import org.gatehouse.bootstrap.config.Configuration.Listening;
import org.gatehouse.bootstrap.config.Configuration.Times;
import org.gatehouse.bootstrap.option.Setting;

/**
 * A server that was started and can be stopped.
 *
 * <p>The port is bound before anything in the var folder is touched, so that a second server
 * started by mistake ends without having done anything to the files of the first.
 */
final class RunningServer {
  private final SocketServer socket;
  private final Lifecycle lifecycle;
  private final Closings closings;
  private final Times times;

  /** Opens the logs, once the port is bound. */
  interface LogOpening {
    /**
     * Opens them.
     *
     * @param closings where to say how they are closed
     * @return the log of all exchanges, if there is one
     */
    Optional<AccessLog> open(Closings closings) throws StartFailure;
  }

  private RunningServer(SocketServer socket, Lifecycle lifecycle, Closings closings, Times times) {
    this.socket = socket;
    this.lifecycle = lifecycle;
    this.closings = closings;
    this.times = times;
  }

  /**
   * Starts a server.
   *
   * @param configuration what it runs with
   * @param ports what stands in for its own adapters
   * @param logs opens its logs
   * @throws StartFailure if the machine does not let it; nothing is left open then
   */
  static RunningServer start(Configuration configuration, Ports ports, LogOpening logs)
      throws StartFailure {
    if (ports.resources().isEmpty()) {
      Folders.requireReadable(configuration.site().root(), Setting.ROOT);
    }
    ServerAssembly assembly = new ServerAssembly(configuration, ports);
    assembly.openCredentials();
    SocketServer socket = bind(assembly, configuration.listening());
    Closings closings = new Closings();
    boolean started = false;
    try {
      createDirectory(configuration);
      Optional<AccessLog> accessLog = logs.open(closings);
      closings.add(assembly::close);
      socket.start(assembly.origin(socket.gauges(), accessLog));
      started = true;
      return new RunningServer(socket, assembly.lifecycle(), closings, configuration.times());
    } catch (StorageFailure failure) {
      throw VarFolder.unusable(failure.getMessage());
    } catch (IOException noSelectors) {
      throw new StartFailure("the server cannot start: " + Folders.reason(noSelectors));
    } finally {
      if (!started) {
        stop(socket, Duration.ZERO);
        closings.close();
      }
    }
  }

  private static SocketServer bind(ServerAssembly assembly, Listening listening)
      throws StartFailure {
    String where = listening.host() + ":" + listening.port();
    try {
      return assembly.socket();
    } catch (IOException refused) {
      String reason = Folders.reason(refused);
      boolean inUse = refused instanceof BindException && reason.contains("in use");
      throw new StartFailure(
          inUse
              ? "--port: " + where + " is in use; another port is needed, or 0 for any free one"
              : "--bind, --port: cannot listen on " + where + ": " + reason);
    }
  }

  private static void createDirectory(Configuration configuration) throws StartFailure {
    if (configuration.site().directory().isPresent()) {
      Folders.create(configuration.site().directory().get(), Setting.DIRECTORY);
    }
  }

  /** The port on which it is reached. */
  int port() {
    return socket.port();
  }

  /** How many connections may be open. */
  int connectionLimit() {
    return socket.gauges().connectionLimit();
  }

  /**
   * Stops: says so to health checks and clients for a while, then ends what is in flight, then
   * closes the stores.
   *
   * @return whether every request in flight ended in time
   * @throws StorageFailure if a store could not keep what it was given; all is closed all the same
   */
  boolean stop() throws InterruptedException {
    boolean timeToSpare = !times.drainDelay().isZero();
    if (timeToSpare) {
      // Only then: those who are told would come back to a door that is closing. And first, so that
      // nobody who has seen the health check fail is still told that his connection stays.
      socket.announceEnd();
    }
    lifecycle.drain();
    if (timeToSpare) {
      Thread.sleep(times.drainDelay().toMillis());
    }
    boolean clean = stop(socket, times.shutdown());
    closings.close();
    return clean;
  }

  private static boolean stop(SocketServer socket, Duration patience) {
    try {
      return socket.stop(patience);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
