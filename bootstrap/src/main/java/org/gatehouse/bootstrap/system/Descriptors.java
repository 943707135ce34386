package org.gatehouse.bootstrap.system;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * How many connections the file descriptors of this process suffice for. Letting in more would mean
 * that a file cannot be opened for a client who was let in.
 *
 * @param limit how many descriptors the process may have
 */
public record Descriptors(long limit) {
  private static final Path LIMITS = Path.of("/proc/self/limits");
  private static final String NAME = "Max open files";

  /** The jar, the logs, the stores, the selectors; and a few clients that are told to go away. */
  private static final int OWN = 80;

  /** The folders on the way to a file, and the file. */
  private static final int EACH_WORKER = 4;

  /** The part that is kept free for the files of large responses. */
  private static final int SHARE_OF_FILES = 8;

  /** Of eight connections and one, the one has come too late, and is about to be told so. */
  private static final int SHARE_OF_REFUSED = 8;

  /** Those of this process; without a limit where the system knows none. */
  public static Descriptors ofProcess() {
    return new Descriptors(fromProc().orElseGet(Descriptors::fromBean));
  }

  /** What Linux tells, at a tenth of the time that it takes to load the JVM's management. */
  private static OptionalLong fromProc() {
    try {
      for (String line : Files.readAllLines(LIMITS)) {
        if (line.startsWith(NAME)) {
          String soft = line.substring(NAME.length()).strip().split(" ")[0];
          return OptionalLong.of(soft.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(soft));
        }
      }
      return OptionalLong.empty();
    } catch (IOException | NumberFormatException otherSystem) {
      return OptionalLong.empty();
    }
  }

  private static long fromBean() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
        ? system.getMaxFileDescriptorCount()
        : Long.MAX_VALUE;
  }

  /**
   * The most connections that may be open, at least 1.
   *
   * @param wanted how many are asked for
   * @param workers how many files may be looked for at a time
   */
  public int connections(int wanted, int workers) {
    long kept = Math.max(OWN + (long) EACH_WORKER * workers, limit / SHARE_OF_FILES);
    long room = (limit - kept) / (SHARE_OF_REFUSED + 1) * SHARE_OF_REFUSED;
    return (int) Math.max(1, Math.min(wanted, room));
  }
}
