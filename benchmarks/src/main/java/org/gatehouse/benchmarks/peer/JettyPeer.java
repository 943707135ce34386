package org.gatehouse.benchmarks.peer;

import java.nio.file.Path;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** Jetty with its own handler of files, entity tags and compression on, and no request log. */
public final class JettyPeer {
  private static final int BACKLOG = 4096;

  private JettyPeer() {}

  /**
   * Serves until it is killed.
   *
   * @param arguments the port, and the folder of the files
   */
  public static void main(String[] arguments) throws Exception {
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    connector.setPort(Integer.parseInt(arguments[0]));
    connector.setAcceptQueueSize(BACKLOG);
    server.addConnector(connector);

    ResourceHandler files = new ResourceHandler();
    files.setBaseResource(ResourceFactory.of(server).newResource(Path.of(arguments[1])));
    files.setEtags(true);
    files.setAcceptRanges(true);
    CompressionHandler compression = new CompressionHandler(files);
    compression.putCompression(new GzipCompression());
    server.setHandler(compression);
    server.start();
  }
}
