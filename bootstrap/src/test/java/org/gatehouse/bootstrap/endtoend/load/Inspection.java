package org.gatehouse.bootstrap.endtoend.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gatehouse.bootstrap.endtoend.JarServer;

/** What a running server holds, asked of the system and of its JVM, not of itself. */
final class Inspection {
  private static final Path PROC = Path.of("/proc");

  private final long pid;

  Inspection(JarServer server) {
    this.pid = server.pid();
  }

  /** Whether this system tells. */
  static boolean isPossible() {
    return Files.isDirectory(PROC.resolve("self/fd")) && Files.isExecutable(tool());
  }

  private static Path tool() {
    return Path.of(System.getProperty("java.home"), "bin", "jcmd");
  }

  /** What its file descriptors lead to; sockets and the like without their numbers. */
  List<String> descriptors() throws IOException {
    List<String> targets = new ArrayList<>();
    try (Stream<Path> all = Files.list(PROC.resolve(pid + "/fd"))) {
      for (Path link : all.toList()) {
        targets.add(target(link));
      }
    }
    return targets.stream().sorted().toList();
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString().replaceAll("\\[\\d+]", "");
    } catch (IOException closedSince) {
      return "closed";
    }
  }

  /** The names of its threads, without those of which the JVM has more or fewer as it likes. */
  List<String> threads() throws IOException {
    List<String> names = new ArrayList<>();
    try (Stream<Path> all = Files.list(PROC.resolve(pid + "/task"))) {
      for (Path thread : all.toList()) {
        String name = name(thread);
        if (!name.matches("(C1|C2|G1|GC) .*|ended")) {
          names.add(name);
        }
      }
    }
    return names.stream().sorted().toList();
  }

  private static String name(Path thread) {
    try {
      return Files.readString(thread.resolve("comm")).strip();
    } catch (IOException endedSince) {
      return "ended";
    }
  }

  /** How many octets of its heap are in use after a full collection. */
  long liveHeap() throws IOException, InterruptedException {
    // Twice: what the first collection finds to be cleaned up is garbage for the second.
    histogramTotal();
    return histogramTotal();
  }

  private long histogramTotal() throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(tool().toString(), Long.toString(pid), "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    String text = new String(jcmd.getInputStream().readAllBytes());
    jcmd.waitFor();
    return text.lines()
        .filter(line -> line.startsWith("Total"))
        .map(line -> Long.parseLong(line.strip().split("\\s+")[2]))
        .findFirst()
        .orElseThrow(() -> new IOException("no histogram: " + text.lines().limit(5).toList()));
  }
}
