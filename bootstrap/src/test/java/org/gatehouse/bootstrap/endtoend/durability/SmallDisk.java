package org.gatehouse.bootstrap.endtoend.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gatehouse.bootstrap.endtoend.JarServer;

/**
 * A file system of a mebioctet over a folder of one server. It is mounted in a namespace that the
 * server has for itself, which takes no privilege where user namespaces are allowed, and which ends
 * with the server: whatever becomes of the test, nothing stays mounted.
 */
final class SmallDisk {
  // What a shell does with a folder and a command: it becomes the command.
  private static final String MOUNT = "mount -t tmpfs -o size=1m,nr_inodes=100 tmpfs \"$1\" && ";
  private static final String FILL = "{ cat /dev/zero 2>/dev/null >\"$1/filler\"; true; } && ";
  private static final String BECOME = "shift && exec \"$@\"";
  private static final String FILLER = "filler";

  private final long pid;
  private final Path mounted;
  private final Path seen;

  private SmallDisk(long pid, Path mounted) {
    this.pid = pid;
    this.mounted = mounted;
    this.seen = Path.of("/proc/" + pid + "/root" + mounted);
  }

  /** Lets a server have such a disk in place of a folder; skips the test where that cannot be. */
  static JarServer.Launch under(Path folder, JarServer.Launch launch) throws Exception {
    assumeTrue(works(folder), "a file system can be mounted in a namespace");
    return launch.within(with(MOUNT + BECOME, folder).toArray(String[]::new));
  }

  /** The same with a disk that is full from the beginning. */
  static JarServer.Launch fullUnder(Path folder, JarServer.Launch launch) throws Exception {
    assumeTrue(works(folder), "a file system can be mounted in a namespace");
    return launch.within(with(MOUNT + FILL + BECOME, folder).toArray(String[]::new));
  }

  /** A command that takes another behind it. */
  private static List<String> with(String script, Path folder) {
    return List.of(
        "unshare", "--map-root-user", "--mount", "sh", "-c", script, "sh", folder.toString());
  }

  private static boolean works(Path folder) throws Exception {
    Files.createDirectories(folder);
    List<String> command = new ArrayList<>(with(MOUNT + BECOME, folder));
    command.add("true");
    try {
      return run(command) == 0;
    } catch (IOException noSuchCommand) {
      return false;
    }
  }

  private static int run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    return process.waitFor(1, TimeUnit.MINUTES) ? process.exitValue() : -1;
  }

  /** The disk of a server that was launched so. */
  static SmallDisk of(JarServer server, Path folder) {
    return new SmallDisk(server.pid(), folder.toAbsolutePath());
  }

  /** The folder, as the server sees it. */
  Path path() {
    return seen;
  }

  /** How many octets there is room for. */
  long room() throws IOException {
    return Files.getFileStore(seen).getUsableSpace();
  }

  /** Leaves room for so many octets. */
  void fill(long left) throws IOException {
    byte[] octets = new byte[Math.toIntExact(room() - left)];
    Files.write(seen.resolve(FILLER), octets);
    assertEquals(left, room(), "room that is left");
  }

  /** Leaves room for no file. */
  void fillNames() throws IOException {
    Path folder = Files.createDirectory(seen.resolve(FILLER));
    try {
      for (int i = 0; i < 1000; i++) {
        Files.createFile(folder.resolve(Integer.toString(i)));
      }
    } catch (IOException full) {
      return;
    }
    throw new AssertionError("there is room for any number of files");
  }

  /** Gives back what was filled. */
  void free() throws IOException {
    Path filler = seen.resolve(FILLER);
    if (Files.isDirectory(filler)) {
      try (Stream<Path> files = Files.list(filler)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    }
    Files.delete(filler);
  }

  /** Mounts it anew. */
  void remount(String how) throws Exception {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("nsenter", "--target", Long.toString(pid), "--user", "--mount"));
    // With source and type as well, or it would try to give the disk an owner of outside again.
    command.addAll(List.of("--preserve-credentials", "mount", "-t", "tmpfs", "-o"));
    command.addAll(List.of("remount," + how, "tmpfs", mounted.toString()));
    assertEquals(0, run(command), "remounting " + how);
  }
}
