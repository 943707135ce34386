package org.gatehouse.adapter.filesystem;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Makes a file's modification time later than another, whatever the file system and the JDK round
 * to: what counts is what is read back.
 */
final class ModificationTime {
  /** From ext4 and JDK 21 down to FAT, with JDK 17's microseconds between. */
  private static final List<Duration> STEPS =
      List.of(
          Duration.ofNanos(1),
          Duration.ofNanos(1_000),
          Duration.ofMillis(1),
          Duration.ofMillis(100),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(4));

  private ModificationTime() {}

  /**
   * Moves the time of a file, if it is not later anyhow.
   *
   * @param now the file as it is
   * @return the file as it is afterwards
   * @throws IOException also if no later time can be kept
   */
  static Stat setLater(Folder folder, String name, Stat now, Instant than) throws IOException {
    Stat stat = now;
    for (Duration step : STEPS) {
      if (stat.modified().isAfter(than)) {
        return stat;
      }
      if (!than.plus(step).isAfter(Stat.LATEST)) {
        folder.setModified(name, than.plus(step));
        stat = folder.look(name);
      }
    }
    if (stat.modified().isAfter(than)) {
      return stat;
    }
    throw new IOException("no time after " + than + " can be kept");
  }
}
