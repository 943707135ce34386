package org.gatehouse.benchmarks.floor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The floor: event loops that give every request the same answer and understand none. One read and
 * one write for what one segment brings; what a server needs beyond that is its own.
 *
 * <p>It serves wrk and nobody else: a request ends with an empty line and has no content.
 */
public final class Floor {
  private static final int BACKLOG = 4096;

  private Floor() {}

  /**
   * Serves until it is killed.
   *
   * @param arguments the port, the file to answer with, and the status line's code and reason
   */
  public static void main(String[] arguments) throws IOException {
    int port = Integer.parseInt(arguments[0]);
    byte[] content = Files.readAllBytes(Path.of(arguments[1]));
    String status = String.join(" ", Arrays.copyOfRange(arguments, 2, arguments.length));
    Answers usual = new Answers(status, content, "");
    Answers last = new Answers(status, content, "Connection: close\r\n");

    ServerSocketChannel listener = ServerSocketChannel.open();
    listener.configureBlocking(false);
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    for (int i = 0; i < loops(); i++) {
      new Thread(new Loop(listener, usual.copy(), last.copy()), "floor-" + i).start();
    }
  }

  /** As many as Gatehouse has without {@code --loops}. */
  private static int loops() {
    return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
  }
}
