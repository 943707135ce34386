package org.gatehouse.bootstrap;

import java.time.Duration;
import java.util.Optional;
import org.gatehouse.application.port.out.AccessLog;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.bootstrap.config.Configuration;
import org.gatehouse.bootstrap.log.Logs;
import org.gatehouse.bootstrap.system.UnusedHeap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The command that serves until it is told to stop. */
final class Serve {
  private static final Logger LOG = LoggerFactory.getLogger(Serve.class);

  private static final String EXPOSED =
      "--bind is not loopback and credentials are set: over plain HTTP anyone on the way can read"
          + " them; a proxy that speaks TLS has to stand before this server";

  /** After so long the start is over, and its first clients, who waited for it, are served. */
  private static final Duration SETTLING = Duration.ofSeconds(1);

  private final Console console;
  private final StopSignal stop;
  private final boolean qr;

  /**
   * The command.
   *
   * @param qr whether the address is shown as a QR code, too
   */
  Serve(Console console, StopSignal stop, boolean qr) {
    this.console = console;
    this.stop = stop;
    this.qr = qr;
  }

  /** Serves; comes back with the exit code when it was told to stop and has stopped. */
  int run(Configuration configuration) throws StartFailure {
    stop.arm();
    RunningServer server =
        RunningServer.start(
            configuration, Ports.none(), closings -> openLogs(configuration, closings));
    int code = Main.DONE;
    try {
      // Clients are served already, and need not wait for it.
      Logs.load();
      announce(server, configuration);
      awaitStop();
      LOG.info("stopping");
      if (!server.stop()) {
        console.warn(cutOff(configuration.times().shutdown()));
      }
    } catch (StorageFailure failure) {
      console.warn("what was to be stored is lost: " + failure.getMessage());
      code = Main.FAILED;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      code = Main.FAILED;
    }
    console.say("server stopped");
    return code;
  }

  private void announce(RunningServer server, Configuration configuration) {
    Banner.lines(configuration, server.port()).forEach(console::say);
    if (qr) {
      Banner.qr(configuration, server.port()).forEach(line -> console.draw(line + "\n"));
    }
    LOG.info("serving on port {}", server.port());
    if (Folders.isInside(configuration.var(), configuration.site().root())) {
      console.warn("--var lies under --root: clients can reach the logs and stores");
    }
    if (isExposed(configuration)) {
      warn(EXPOSED);
    }
    if (server.connectionLimit() < configuration.limits().connections()) {
      warn(fewerConnections(server.connectionLimit()));
    }
  }

  private void awaitStop() throws InterruptedException {
    if (!stop.await(SETTLING)) {
      UnusedHeap.giveBack();
      stop.await();
    }
  }

  private Optional<AccessLog> openLogs(Configuration configuration, Closings closings)
      throws StartFailure {
    Logs logs = VarFolder.openLogs(configuration, console);
    closings.add(logs::close);
    return logs.access();
  }

  private void warn(String line) {
    console.warn(line);
    LOG.warn(line);
  }

  private static String fewerConnections(int limit) {
    return "--max-connections: no more than "
        + limit
        + " are let in, since this process may not open more files (ulimit -n)";
  }

  private static boolean isExposed(Configuration configuration) {
    return !configuration.listening().address().isLoopbackAddress()
        && !configuration.writing().credentials().areNone();
  }

  private static String cutOff(Duration patience) {
    return "requests in flight were cut off after "
        + patience.toMillis()
        + " ms (--shutdown-timeout)";
  }
}
