package org.gatehouse.bootstrap.log;

import java.nio.file.Path;
import org.slf4j.event.Level;

/**
 * The logs that the operator chooses from, by their number. Each takes a level and all above it.
 */
public enum LogStream {
  /** Every request: {@code user.log}. */
  USER("user", Level.INFO),
  /** Heads and framing, too: {@code debug.log}. */
  DEBUG("debug", Level.DEBUG),
  /** Refusals and failures only: {@code developer.log}. */
  DEVELOPER("developer", Level.WARN);

  private final String word;
  private final Level level;

  LogStream(String word, Level level) {
    this.word = word;
    this.level = level;
  }

  /** The least level it takes. */
  Level level() {
    return level;
  }

  /** Its file in the var folder. */
  LogFile in(Path folder) {
    return new LogFile(folder, word);
  }
}
