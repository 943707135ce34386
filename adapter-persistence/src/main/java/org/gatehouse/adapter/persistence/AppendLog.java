package org.gatehouse.adapter.persistence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.gatehouse.application.port.out.StorageFailure;

/**
 * Lines on their way into a file. Several threads add them to memory, which takes no longer than
 * copying them; one thread writes what has gathered since it last looked, and is the only one to
 * touch the file.
 *
 * <p>When the file cannot be written, the lines are kept, and tried again once a second and at
 * every flush. Memory holds twice {@link #MAX_WAITING} octets; lines beyond that are refused, the
 * newest first, and the next flush says so.
 */
final class AppendLog implements AutoCloseable {
  /** How many octets of lines wait in memory at most before further ones are refused. */
  static final int MAX_WAITING = 4 << 20;

  private final Path path;
  private final LineFile file;
  private final Warnings warnings;
  private final LineQueue queue;

  /** Why the last attempt failed; empty while all is well. */
  private volatile Optional<StorageFailure> trouble = Optional.empty();

  // The writing thread's own: lines that are not in the file yet, and how many will never be.
  private LineBuffer batch = new LineBuffer(MAX_WAITING);
  private long lost;
  private long lostTold;

  private AppendLog(Path path, LineFile file, Duration gathering, Warnings warnings) {
    this.queue = new LineQueue(MAX_WAITING, gathering);
    this.path = path;
    this.file = file;
    this.warnings = warnings;
  }

  /**
   * A log that writes to a file, which is opened, repaired and made if needed before this returns.
   *
   * @param path names the file in messages; its folder is what {@link #check} looks at
   * @param gathering how long a line may wait for others to be written together with
   * @throws IOException if the file cannot be opened
   */
  static AppendLog open(Path path, LineFile file, Duration gathering, Warnings warnings)
      throws IOException {
    AppendLog log = new AppendLog(path, file, gathering, warnings);
    try {
      file.append(log.batch.lines());
    } catch (IOException | RuntimeException failed) {
      file.close();
      throw failed;
    }
    Thread writer = new Thread(log::run, "gatehouse " + path.getFileName());
    writer.setDaemon(true);
    writer.start();
    return log;
  }

  /** Adds a line; once the log is closed, does nothing. Never waits for storage. */
  void append(String line) {
    queue.add(line.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Waits until every line that was added before is in the file and forced.
   *
   * @throws StorageFailure if that fails, or lines had to be refused since the last flush
   */
  void flush() {
    queue.flush().join().ifPresent(AppendLog::fail);
  }

  /**
   * Flushes, then lets go of the file and of the thread. Closing again only waits for that.
   *
   * @throws StorageFailure as {@link #flush}; the log is closed all the same
   */
  @Override
  public void close() {
    boolean first = queue.close();
    Optional<StorageFailure> failure = queue.flush().join();
    if (first) {
      failure.ifPresent(AppendLog::fail);
    }
  }

  private static void fail(StorageFailure failure) {
    throw failure;
  }

  /**
   * Says whether the file could be written of late and its folder can be. Also has the file looked
   * after, so that one that was removed is there again soon.
   *
   * @throws StorageFailure if not
   */
  void check() {
    trouble.ifPresent(AppendLog::fail);
    if (!Files.isWritable(path.getParent())) {
      throw FileFailure.of(path, "has no folder that can be written");
    }
    queue.look();
  }

  private void run() {
    LineQueue.Round round;
    do {
      round = queue.next(trouble.isPresent());
      attempt(round.force());
      if (round.last()) {
        letGo();
      }
      if (round.force()) {
        round.flush().complete(result());
      }
    } while (!round.last());
  }

  private void attempt(boolean force) {
    try {
      if (!batch.isEmpty()) {
        // An earlier attempt failed; what came since has to wait for these.
        write();
      }
      batch = queue.take(batch);
      write();
      makeGood();
      if (force) {
        file.force();
      }
      recovered();
    } catch (IOException | RuntimeException | Error failure) {
      // Were this thread to end, whoever flushes would wait for ever.
      failed(failure);
    }
  }

  private void write() throws IOException {
    int waiting = queue.size();
    if (file.append(batch.lines())) {
      queue.drop(waiting);
    }
    batch.clear();
  }

  /** Restores what was refused, or else says that it is lost. */
  private void makeGood() throws IOException {
    lost = queue.refused();
    int waiting = queue.size();
    if (lost > 0 && file.restore()) {
      queue.drop(waiting);
      queue.forgive(lost);
      lost = 0;
    }
    if (lost > lostTold && warnings.warnNowAndThen(loss().getMessage())) {
      lostTold = lost;
    }
  }

  private StorageFailure loss() {
    return FileFailure.of(
        path, "has lost " + lost + " lines: there was no room for them in memory");
  }

  private void recovered() {
    if (trouble.isPresent()) {
      trouble = Optional.empty();
      warnings.inform(path.getFileName() + " is written again");
    }
  }

  private void failed(Throwable failure) {
    StorageFailure now = FileFailure.of(path, "cannot be written", failure);
    trouble = Optional.of(now);
    warnings.warnNowAndThen(now.getMessage());
  }

  /** How a flush went; a loss is told once. */
  private Optional<StorageFailure> result() {
    if (trouble.isPresent() || lost == 0) {
      return trouble;
    }
    StorageFailure loss = loss();
    queue.forgive(lost);
    lost = 0;
    lostTold = 0;
    return Optional.of(loss);
  }

  private void letGo() {
    try {
      file.close();
    } catch (IOException failure) {
      failed(failure);
    }
  }
}
