package org.gatehouse.adapter.filesystem;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.application.contract.Octets;
import org.gatehouse.application.port.body.Part;
import org.gatehouse.application.port.out.Representation;
import org.gatehouse.application.port.out.Upload;
import org.gatehouse.domain.negotiation.ContentCoding;
import org.slf4j.LoggerFactory;

/** A repository in a process of its own, which can be killed or watched. */
final class AnotherServer implements AutoCloseable {
  private final Process process;
  private final BufferedReader says;

  private AnotherServer(Process process) {
    this.process = process;
    this.says =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
  }

  /** Starts one and waits until it has done its work; it stays until it is told or killed. */
  static AnotherServer start(String work, Path root, String... before) throws IOException {
    List<String> command = new ArrayList<>(List.of(before));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Dslf4j.internal.verbosity=ERROR"));
    command.addAll(List.of("-cp", classPath()));
    command.addAll(List.of(AnotherServer.class.getName(), work, root.toString()));
    AnotherServer server =
        new AnotherServer(
            new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    String line = server.says.readLine();
    if (!"done".equals(line)) {
      throw new IOException("the other server said " + line);
    }
    return server;
  }

  /** Where the classes come from, whoever runs the tests. */
  private static String classPath() {
    return Stream.of(
            AnotherServer.class,
            FileResourceRepository.class,
            Octets.class,
            Upload.class,
            ContentCoding.class,
            LoggerFactory.class)
        .map(type -> Path.of(URI.create(location(type))).toString())
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String location(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation().toString();
  }

  /** Ends it as SIGKILL does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Lets it end by itself. */
  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** What the other process does. */
  public static void main(String[] arguments) throws Exception {
    // The channel to the test; nothing else may print there.
    try (PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out));
        FileResourceRepository files =
            new FileResourceRepository(Path.of(arguments[1]), Sync.ALWAYS)) {
      if (arguments[0].equals("stage")) {
        try (Upload upload = Repositories.staged(files, "/page.txt", "half")) {
          answer(out);
          upload.write(ByteBuffer.allocate(1));
        }
      } else {
        writeAndSend(files);
        answer(out);
      }
    }
  }

  private static void answer(OutputStream out) throws IOException {
    out.write("done\n".getBytes(StandardCharsets.US_ASCII));
    out.flush();
    while (System.in.read() >= 0) {
      continue;
    }
  }

  private static void writeAndSend(FileResourceRepository files) throws Exception {
    Repositories.create(files, "/new/page.txt", "x".repeat(1 << 20));
    Repositories.put(files, "/new/page.txt", "y".repeat(1 << 20));
    try (Representation opened =
        Repositories.found(files, "/new/page.txt").open(ContentCoding.IDENTITY).orElseThrow()) {
      Part.Section section = opened.content().match(octets -> null, whole -> whole);
      if (send(section) != 1 << 20) {
        throw new IOException("not all was sent");
      }
    }
    Repositories.remove(files, "/new/page.txt");
  }

  private static long send(Part.Section section) throws Exception {
    AtomicLong received = new AtomicLong();
    try (ServerSocketChannel server = ServerSocketChannel.open()) {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      try (SocketChannel client = SocketChannel.open(server.getLocalAddress())) {
        Thread reader = new Thread(() -> readAll(client, received));
        reader.start();
        try (SocketChannel sink = server.accept()) {
          for (long sent = 0; sent < section.length(); ) {
            sent += section.slice().transferTo(sent, section.length() - sent, sink);
          }
        }
        reader.join();
      }
    }
    return received.get();
  }

  private static void readAll(SocketChannel client, AtomicLong received) {
    try {
      ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
      for (int count = 0; count >= 0; count = client.read(buffer.clear())) {
        received.addAndGet(count);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
