package org.gatehouse.adapter.persistence;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.gatehouse.application.port.out.StorageFailure;

/** The {@link AppendLog} of a store, which alone may write the file while the log is open. */
final class StoreLog implements AutoCloseable {
  private final Ownership ownership;
  private final AppendLog log;

  private StoreLog(Ownership ownership, AppendLog log) {
    this.ownership = ownership;
    this.log = log;
  }

  /** Makes ready what a file needs besides. */
  @FunctionalInterface
  interface Preparation {
    /** Reads what the file holds, where that is of use, and gives the upkeep of the file. */
    Upkeep of(Path file) throws IOException;
  }

  /**
   * Takes the right to write a file, and opens it. The file and its folder are made if there are
   * none.
   *
   * @param gathering how long a line may wait for others to be written together with
   * @throws StorageFailure if the file cannot be made, read or written, or another has it
   */
  static StoreLog open(Path path, Preparation preparation, Duration gathering, Warnings warnings) {
    Ownership ownership = Ownership.take(path);
    Path file = ownership.file();
    return ownership.orGiveBack(
        () -> {
          LineFile lines = new AppendedFile(file, preparation.of(file), warnings);
          return new StoreLog(ownership, AppendLog.open(file, lines, gathering, warnings));
        });
  }

  /** As {@link AppendLog#append}. */
  void append(String line) {
    log.append(line);
  }

  /** As {@link AppendLog#flush}. */
  void flush() {
    log.flush();
  }

  /** As {@link AppendLog#check}. */
  void check() {
    log.check();
  }

  /**
   * As {@link AppendLog#close}; then, and also where lines are lost by that, gives back the right.
   */
  @Override
  public void close() {
    try {
      log.close();
    } finally {
      ownership.close();
    }
  }
}
