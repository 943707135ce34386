package org.gatehouse.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server that was started here. Closing it ends it, with all processes it has begun. */
final class RunningServer implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 30;

  private final Contender contender;
  private final Process process;
  private final Place place;
  private final Path output;

  private RunningServer(Contender contender, Process process, Place place, Path output) {
    this.contender = contender;
    this.process = process;
    this.place = place;
    this.output = output;
  }

  /** Starts it, and does not wait until it serves. */
  static RunningServer start(Contender contender, List<String> command, Place place)
      throws IOException {
    Path output = place.folder().resolve("output");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(output.toFile());
    // Nobody's settings but its own.
    builder.environment().keySet().removeIf(name -> name.startsWith("GATEHOUSE_"));
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    return new RunningServer(contender, builder.start(), place, output);
  }

  Contender contender() {
    return contender;
  }

  int port() {
    return place.port();
  }

  /** All its processes. */
  ProcessTree processes() {
    return new ProcessTree(process.toHandle());
  }

  /** Waits until it answers at all. */
  void awaitReady(String path) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!Probe.answers(port(), path)) {
      if (!process.isAlive() || System.nanoTime() - end > 0) {
        throw new IOException(contender.id() + " does not serve: " + Files.readString(output));
      }
      Thread.sleep(1);
    }
  }

  @Override
  public void close() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
