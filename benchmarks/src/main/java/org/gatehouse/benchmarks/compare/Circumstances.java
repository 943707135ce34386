package org.gatehouse.benchmarks.compare;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;

/**
 * Under what circumstances was measured.
 *
 * @param commit what was built, with {@code -dirty} if something was changed since
 * @param jdk the version of the JDK of the servers in Java
 * @param machine processor, cores, memory and kernel
 * @param peers the versions of the others
 * @param load how many processes wanted a processor in the minute before
 */
record Circumstances(
    String commit, String jdk, String machine, String peers, LocalDate date, String load) {
  private static final long GIB = 1 << 20;

  static Circumstances now(Path javaHome) throws IOException, InterruptedException {
    return new Circumstances(
        checkedOut(),
        versionOf(javaHome),
        thisMachine(),
        String.join(", ", List.of(output("nginx", "-v"), output("lighttpd", "-v"))),
        LocalDate.now(ZoneOffset.UTC),
        Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
  }

  /** What was recorded before is no change of what is measured. */
  private static String checkedOut() throws IOException, InterruptedException {
    String changed =
        output("git", "status", "--porcelain", "--", ":!benchmarks/RESULTS.md", ":!docs/pictures");
    String commit = output("git", "rev-parse", "--short", "HEAD");
    return changed.isEmpty() ? commit : commit + "-dirty";
  }

  private static String versionOf(Path home) throws IOException {
    Properties release = new Properties();
    try (var reader = Files.newBufferedReader(home.resolve("release"))) {
      release.load(reader);
    }
    return release.getProperty("JAVA_VERSION").replace("\"", "");
  }

  private static String thisMachine() throws IOException {
    String processor = Files.readString(Path.of("/proc/cpuinfo"));
    String model =
        processor
            .lines()
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 2))
            .findFirst()
            .orElse(System.getProperty("os.arch"));
    long kib = ProcessTree.kib(Files.readString(Path.of("/proc/meminfo")), "MemTotal:");
    int cores = Runtime.getRuntime().availableProcessors();
    String kernel = System.getProperty("os.version").replaceAll("-.*", "");
    return model + ", " + cores + " cores, " + kib / GIB + " GiB, Linux " + kernel;
  }

  private static String output(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String first = new String(process.getInputStream().readAllBytes(), UTF_8).split("\n")[0];
    process.waitFor();
    return first.replace("nginx version: ", "").replaceAll(" .*", "");
  }

  /** The number before the first dot of the JDK's version. */
  String jdkFeature() {
    return jdk.replaceAll("\\..*", "");
  }

  /** What tells one record from another: measured again under it, the older one gives way. */
  String key() {
    return commit + ", JDK " + jdk + ", " + machine;
  }

  /** A heading and a sentence. */
  String text(Effort effort) {
    return "## "
        + commit
        + " on JDK "
        + jdk
        + ", "
        + date
        + "\n\n"
        + machine
        + "; load before: "
        + load
        + ". Against "
        + peers
        + " and the peers in Java. Medians of "
        + effort.rounds()
        + " rounds of "
        + effort.seconds()
        + " s, after "
        + effort.warmUp()
        + " s of warming up.\n";
  }
}
