package org.gatehouse.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What Linux knows of a process and its descendants. One that ends meanwhile counts no more. */
record ProcessTree(ProcessHandle root) {
  /** The unit of times in /proc, in microseconds: USER_HZ is 100 on every machine Linux runs on. */
  private static final long TICK = 10_000;

  /** Asks the kernel to measure the peak from now on. */
  private static final String FORGET_PEAK = "5";

  /** The processor time that all have used, in user and system mode, in microseconds. */
  long cpuMicros() throws IOException {
    long ticks = 0;
    for (Path process : folders()) {
      ticks += cpuTicks(read(process.resolve("stat")));
    }
    return ticks * TICK;
  }

  /**
   * User and system time out of a line of {@code /proc/PID/stat}; the name in it may hold blanks.
   */
  static long cpuTicks(String stat) {
    if (stat.isEmpty()) {
      return 0;
    }
    String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return Long.parseLong(afterName[11]) + Long.parseLong(afterName[12]);
  }

  /** Has {@link #peakKib} begin anew. */
  void forgetPeak() throws IOException {
    for (Path process : folders()) {
      Files.writeString(process.resolve("clear_refs"), FORGET_PEAK);
    }
  }

  /** The most memory each has had, added up: pages that several share are in it several times. */
  long peakKib() throws IOException {
    return sum("status", "VmHWM:");
  }

  /** The memory that all have now; of pages that several share, each has its share. */
  long memoryKib() throws IOException {
    return sum("smaps_rollup", "Pss:");
  }

  private long sum(String file, String name) throws IOException {
    long sum = 0;
    for (Path process : folders()) {
      sum += kib(read(process.resolve(file)), name);
    }
    return sum;
  }

  /** The number in the line that begins with this name, or 0. */
  static long kib(String lines, String name) {
    return lines
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }

  private List<Path> folders() {
    return Stream.concat(Stream.of(root), root.descendants())
        .map(process -> Path.of("/proc", Long.toString(process.pid())))
        .toList();
  }

  private static String read(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException ended) {
      return "";
    }
  }
}
