package org.gatehouse.adapter.filesystem;

import java.time.Duration;
import java.time.Instant;
import org.gatehouse.application.port.out.Clock;

/**
 * Whether the modification time of a file can be trusted to tell versions apart. A file that was
 * written to just now may be written to again within the same tick of its file system's clock, and
 * then shows the same time.
 */
final class Settling {
  /** The coarsest tick in use, that of FAT. */
  private static final Duration TICK = Duration.ofSeconds(2);

  private final Clock clock;

  Settling(Clock clock) {
    this.clock = clock;
  }

  /** Whether a file that changes from now on will show another time than this. */
  boolean isSettled(Instant modified) {
    return modified.isBefore(clock.now().minus(TICK));
  }
}
