package org.gatehouse.bootstrap.endtoend.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gatehouse.bootstrap.endtoend.JarServer;

/** Debian's slowhttptest at work on a server. */
final class SlowHttpTest implements AutoCloseable {
  private final Process process;

  private SlowHttpTest(Process process) {
    this.process = process;
  }

  /** Starts it: a thousand connections in half a second, for this many seconds. */
  static SlowHttpTest start(Greed greed, JarServer server, int seconds) throws IOException {
    List<String> line = new ArrayList<>(List.of("slowhttptest"));
    line.addAll(greed.slowhttptest());
    line.addAll(List.of("-c", "1000", "-r", "2000", "-i", "1", "-x", "24", "-p", "3"));
    line.addAll(List.of("-l", Integer.toString(seconds)));
    line.addAll(List.of("-u", server.uri(target(greed)).toString()));
    return new SlowHttpTest(new ProcessBuilder(line).redirectErrorStream(true).start());
  }

  private static String target(Greed greed) {
    return switch (greed) {
      case HEADS -> "/a.txt";
      case BODIES -> "/slow.txt";
      case READERS, RANGES -> "/large.txt";
    };
  }

  /** Whether it still has connections, and time. */
  boolean isRunning() {
    return process.isAlive();
  }

  /** Waits for its end, and gives the last of what it said. */
  String report() throws IOException, InterruptedException {
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor(1, TimeUnit.MINUTES);
    String plain = said.replaceAll("\u001B\\[[;\\d]*[A-Za-z]", "");
    return plain.substring(Math.max(0, plain.length() - 700));
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
