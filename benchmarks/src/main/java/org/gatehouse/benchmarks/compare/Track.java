package org.gatehouse.benchmarks.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where races are run: a temporary folder with the site, and a place in it for each server. */
final class Track implements AutoCloseable {
  private final Path folder;
  private final Path site;
  private final Path javaHome;
  private final Effort effort;
  private final List<RunningServer> started = new ArrayList<>();
  private boolean closed;

  Track(Path folder, Path javaHome, Effort effort) throws IOException {
    this.folder = folder;
    this.javaHome = javaHome;
    this.effort = effort;
    this.site = Files.createDirectory(folder.resolve("site"));
    Site.write(site);
  }

  Effort effort() {
    return effort;
  }

  /** Starts a server, in a new place and on a free port. */
  synchronized RunningServer start(Contender contender, Scenario scenario) throws IOException {
    if (closed) {
      throw new IOException("it is over");
    }
    Path own = Files.createDirectory(folder.resolve(started.size() + "-" + contender.id()));
    // What is written goes to a folder of the server's own.
    Path root = scenario == Scenario.PUT ? Files.createDirectory(own.resolve("root")) : site;
    Place place = new Place(own, root, freePort(), javaHome);
    if (scenario == Scenario.PUT) {
      Files.write(root.resolve(Site.MEDIUM.substring(1)), Site.content(Site.MEDIUM));
    }
    List<String> command = contender.command(place, scenario.answer());
    RunningServer server = RunningServer.start(contender, command, place);
    started.add(server);
    return server;
  }

  /** A file of the site. */
  Path file(String path) {
    return site.resolve(path.substring(1));
  }

  /** A script out of the resources, as a file. */
  Path script(String name) throws IOException {
    Path file = folder.resolve(name);
    if (Files.notExists(file)) {
      Files.copy(Track.class.getResourceAsStream(name), file);
    }
    return file;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Ends what is still running, and removes the folder and all that is in it. */
  @Override
  public synchronized void close() throws IOException {
    closed = true;
    started.forEach(RunningServer::close);
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(folder)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    try {
      deepestFirst.forEach(Track::delete);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
