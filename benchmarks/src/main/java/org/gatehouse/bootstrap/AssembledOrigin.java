package org.gatehouse.bootstrap;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.gatehouse.adapter.socket.server.SocketServer;
import org.gatehouse.application.port.in.Origin;
import org.gatehouse.bootstrap.config.Configuration;
import org.gatehouse.bootstrap.config.ConfigurationReader;
import org.gatehouse.bootstrap.log.Logs;
import org.gatehouse.bootstrap.option.Arguments;

/**
 * The origin server with all that stands behind it when it runs with its defaults and log level 2:
 * files, cache, stores, metrics and logs. Its socket is bound, but not served.
 */
public final class AssembledOrigin implements AutoCloseable {
  private final ServerAssembly assembly;
  private final SocketServer socket;
  private final Logs logs;
  private final Origin origin;

  private AssembledOrigin(ServerAssembly assembly, SocketServer socket, Logs logs) {
    this.assembly = assembly;
    this.socket = socket;
    this.logs = logs;
    this.origin = assembly.origin(socket.gauges(), logs.access());
  }

  /**
   * Puts it together.
   *
   * @param root the folder that is served
   * @param var the folder of stores and logs
   */
  public static AssembledOrigin open(Path root, Path var) throws IOException {
    String[] arguments = {"0", "2", "--root", root.toString(), "--var", var.toString()};
    Configuration configuration =
        ConfigurationReader.read(
            new Arguments(Version.line(), Map.of()).read(arguments).settings());
    ServerAssembly assembly = new ServerAssembly(configuration);
    try {
      assembly.openCredentials();
      Logs logs = VarFolder.openLogs(configuration, Console.ofProcess());
      return new AssembledOrigin(assembly, assembly.socket(), logs);
    } catch (StartFailure failure) {
      throw new IOException(failure);
    }
  }

  /** The driving port. */
  public Origin origin() {
    return origin;
  }

  @Override
  public void close() {
    try {
      socket.stop(Duration.ZERO);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    assembly.close();
    logs.close();
  }
}
