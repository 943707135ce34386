package org.gatehouse.bootstrap.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The built jar, running as a process of its own on a free port, with root and var in a folder of
 * the test. Closing it kills it, if it has not ended by then.
 */
public final class JarServer implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;
  private static final String ADDRESS = "Address : ";

  private final Path folder;
  private final Process process;
  private final Lines out;
  private final Lines err;
  private final URI uri;

  private JarServer(Path folder, Process process, Lines out, Lines err) throws IOException {
    this.folder = folder;
    this.process = process;
    this.out = out;
    this.err = err;
    this.uri = URI.create(out.await(ADDRESS, this).substring(ADDRESS.length()));
  }

  /** How a process ended, and what it said. */
  public record Ended(int code, List<String> out, List<String> err) {}

  /** Prepares a server whose root is {@code www} and whose var is {@code var} in this folder. */
  public static Launch in(Path folder) {
    return new Launch(folder);
  }

  /** What a server is started with. */
  public static final class Launch {
    private final Path folder;
    private final List<String> wrapper = new ArrayList<>();
    private final List<String> jvm = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private boolean rootNamed = true;

    private Launch(Path folder) {
      this.folder = folder;
      try {
        Files.createDirectories(folder.resolve("www"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Puts a file under the root. */
    public Launch file(String name, String content) {
      return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts a file under the root. */
    public Launch file(String name, byte[] content) {
      try {
        Path file = folder.resolve("www").resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        return this;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Adds arguments; they stand after port, root and var, so they can override these. */
    public Launch options(String... more) {
      arguments.addAll(Arrays.asList(more));
      return this;
    }

    /** Adds options of the JVM, such as {@code -Xmx64m}. */
    public Launch jvm(String... more) {
      jvm.addAll(Arrays.asList(more));
      return this;
    }

    /**
     * Lets another command start the JVM: its own arguments come first, the JVM's after them. It
     * has to become the JVM, as exec does, or signals will not arrive.
     */
    public Launch within(String... command) {
      wrapper.addAll(Arrays.asList(command));
      return this;
    }

    /** Leaves the root to the default, which leads to the same folder. */
    public Launch rootByDefault() {
      rootNamed = false;
      return this;
    }

    /** Sets a variable of the environment. */
    public Launch environment(String name, String value) {
      environment.put(name, value);
      return this;
    }

    /** Starts it, and comes back when it listens. */
    public JarServer start() throws IOException {
      List<String> line = command();
      line.addAll(List.of("--port", "0"));
      line.addAll(folders());
      line.addAll(arguments);
      Process process = launch(line);
      return new JarServer(
          folder,
          process,
          new Lines(process.getInputStream()),
          new Lines(process.getErrorStream()));
    }

    /**
     * Runs a command that ends by itself, such as {@code init-etags}, or a start that fails.
     *
     * @param first what stands before root and var
     */
    public Ended run(String... first) throws IOException, InterruptedException {
      List<String> line = command();
      line.addAll(Arrays.asList(first));
      line.addAll(folders());
      line.addAll(arguments);
      return ended(launch(line));
    }

    /** Runs a command with exactly these arguments. */
    public Ended runExactly(String... all) throws IOException, InterruptedException {
      List<String> line = command();
      line.addAll(Arrays.asList(all));
      return ended(launch(line));
    }

    private static Ended ended(Process process) throws InterruptedException {
      Lines out = new Lines(process.getInputStream());
      Lines err = new Lines(process.getErrorStream());
      try {
        return new Ended(exitCode(process), out.rest(), err.rest());
      } finally {
        process.destroyForcibly();
      }
    }

    private List<String> command() {
      List<String> line = new ArrayList<>(wrapper);
      line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      line.addAll(jvm);
      line.addAll(List.of("-jar", System.getProperty("gatehouse.jar")));
      return line;
    }

    private List<String> folders() {
      String var = folder.resolve("var").toString();
      return rootNamed
          ? List.of("--root", folder.resolve("www").toString(), "--var", var)
          : List.of("--var", var);
    }

    private Process launch(List<String> line) throws IOException {
      ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
      // What the developer's shell has set is none of the test's business.
      builder
          .environment()
          .keySet()
          .removeIf(
              name ->
                  name.startsWith("GATEHOUSE_")
                      || name.startsWith("HTTP_AUTH_")
                      || name.endsWith("JAVA_OPTIONS")
                      || name.equals("JAVA_TOOL_OPTIONS"));
      builder.environment().putAll(environment);
      return builder.start();
    }
  }

  /** Where it listens. */
  public URI uri() {
    return uri;
  }

  /** Where a path is. */
  public URI uri(String path) {
    return uri.resolve(path);
  }

  /** The port on which it listens. */
  public int port() {
    return uri.getPort();
  }

  /** The folder it serves. */
  public Path root() {
    return folder.resolve("www");
  }

  /** The folder with its logs and stores. */
  public Path var() {
    return folder.resolve("var");
  }

  /** Opens a connection to it. */
  public RawClient connect() throws IOException {
    return new RawClient(uri.getHost(), port());
  }

  /** The id of its process. */
  public long pid() {
    return process.pid();
  }

  /** Whether it still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for a line of its standard output that begins so, and gives it. */
  public String awaitOutput(String beginning) throws IOException {
    return out.await(beginning, this);
  }

  /** Sends SIGTERM. */
  public void terminate() {
    // By its handle: destroying the process itself would also close the streams that are read here.
    process.toHandle().destroy();
  }

  /** Sends SIGINT, as Ctrl-C does. */
  public void interrupt() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", Long.toString(pid())).inheritIO().start().waitFor();
  }

  /** Whether a server started from here cannot be interrupted, as in a shell's background. */
  static boolean ignoresInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    try (Stream<String> lines = Files.lines(status)) {
      String ignored = lines.filter(line -> line.startsWith("SigIgn:")).findFirst().orElse("0");
      return (Long.parseUnsignedLong(ignored.substring(7).strip(), 16) & 2) != 0;
    }
  }

  /** Sends SIGKILL and waits for the end. */
  public void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  /** Sends SIGTERM and waits for the end. */
  public Ended stop() throws InterruptedException {
    terminate();
    return awaitEnd();
  }

  /** Waits for the end. */
  public Ended awaitEnd() throws InterruptedException {
    int code = exitCode(process);
    return new Ended(code, out.rest(), err.rest());
  }

  private static int exitCode(Process process) throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the process did not end in " + PATIENCE_SECONDS + " s");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Collects the lines of a stream. */
  private static final class Lines {
    private final List<String> seen = new ArrayList<>();
    private final BlockingQueue<String> fresh = new LinkedBlockingQueue<>();
    private final Thread reader;

    private Lines(InputStream stream) {
      this.reader = new Thread(() -> collect(stream), "lines of a server");
      reader.setDaemon(true);
      reader.start();
    }

    private void collect(InputStream stream) {
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
        lines.lines().forEach(fresh::add);
      } catch (IOException | UncheckedIOException ended) {
        fresh.add("(the stream broke: " + ended.getMessage() + ")");
      }
    }

    private synchronized String await(String beginning, JarServer server) throws IOException {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      try {
        while (System.nanoTime() < end) {
          String line = fresh.poll(100, TimeUnit.MILLISECONDS);
          if (line != null) {
            seen.add(line);
            if (line.startsWith(beginning)) {
              return line;
            }
          } else if (!reader.isAlive() && fresh.isEmpty()) {
            break;
          }
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
      server.close();
      throw new IOException(
          "no line '" + beginning + "…': " + seen + ", errors: " + server.err.rest());
    }

    /** All lines, once the stream has ended. */
    private synchronized List<String> rest() {
      try {
        reader.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
      fresh.drainTo(seen);
      return seen.stream().collect(Collectors.toUnmodifiableList());
    }
  }
}
