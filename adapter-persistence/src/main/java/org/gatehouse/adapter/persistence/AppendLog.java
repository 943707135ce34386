package org.gatehouse.adapter.persistence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.gatehouse.application.port.out.StorageFailure;

/**
 * Lines on their way into a file. Several threads add them to memory, which takes no longer than
 * copying them; one thread writes what has gathered since it last looked, and is the only one to
 * touch the file.
 *
 * <p>When the file cannot be written, the lines are kept, and tried again once a second and at every
 * flush. Memory holds twice {@link #MAX_WAITING} octets; lines beyond that are refused, the newest
 * first, and the next flush says so.
 */
final class AppendLog implements AutoCloseable {
  /** How many octets of lines wait in memory at most before further ones are refused. */
  static final int MAX_WAITING = 4 << 20;

  private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Path path;
  private final LineFile file;
  private final Warnings warnings;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  // Guarded by the lock.
  private LineBuffer waiting = new LineBuffer(MAX_WAITING);
  private CompletableFuture<Optional<StorageFailure>> nextFlush = new CompletableFuture<>();
  private long refused;
  private boolean flushWanted;
  private boolean lookWanted;
  private boolean closing;

  // The writing thread's own.
  private LineBuffer batch = new LineBuffer(MAX_WAITING);
  private long lost;

  /** Why the last attempt failed; empty while all is well. */
  private volatile Optional<StorageFailure> trouble = Optional.empty();

  /** What the writing thread does next. */
  private record Round(
      CompletableFuture<Optional<StorageFailure>> flush, boolean force, boolean last) {}

  private AppendLog(Path path, LineFile file, Warnings warnings) {
    this.path = path;
    this.file = file;
    this.warnings = warnings;
  }

  /**
   * A log that writes to a file, which is opened, repaired and made if needed before this returns.
   *
   * @param path names the file in messages; its folder is what {@link #check} looks at
   * @throws IOException if the file cannot be opened
   */
  static AppendLog open(Path path, LineFile file, Warnings warnings) throws IOException {
    AppendLog log = new AppendLog(path, file, warnings);
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
    byte[] octets = (line + "\n").getBytes(StandardCharsets.UTF_8);
    lock.lock();
    try {
      if (!closing) {
        refused += waiting.add(octets) ? 0 : 1;
        work.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until every line that was added before is in the file and forced.
   *
   * @throws StorageFailure if that fails, or lines had to be refused since the last flush
   */
  void flush() {
    outcome(false).ifPresent(AppendLog::fail);
  }

  /**
   * Flushes, then lets go of the file and of the thread. Closing again only waits for that.
   *
   * @throws StorageFailure as {@link #flush}; the log is closed all the same
   */
  @Override
  public void close() {
    outcome(true).ifPresent(AppendLog::fail);
  }

  private Optional<StorageFailure> outcome(boolean close) {
    CompletableFuture<Optional<StorageFailure>> flush;
    boolean again;
    lock.lock();
    try {
      again = close && closing;
      closing |= close;
      flushWanted = true;
      flush = nextFlush;
      work.signal();
    } finally {
      lock.unlock();
    }
    Optional<StorageFailure> outcome = flush.join();
    return again ? Optional.empty() : outcome;
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
    lock.lock();
    try {
      lookWanted = true;
      work.signal();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    Round round;
    do {
      round = next();
      attempt(round);
      if (round.last()) {
        letGo();
      }
      if (round.force()) {
        round.flush().complete(result());
      }
    } while (!round.last());
  }

  /** Waits for something to do. */
  private Round next() {
    lock.lock();
    try {
      awaitWork();
      Round round = new Round(nextFlush, flushWanted, closing);
      if (flushWanted && !closing) {
        nextFlush = new CompletableFuture<>();
      }
      flushWanted = false;
      lookWanted = false;
      return round;
    } finally {
      lock.unlock();
    }
  }

  private void awaitWork() {
    if (trouble.isEmpty()) {
      while (!isUrgent() && waiting.isEmpty()) {
        work.awaitUninterruptibly();
      }
      return;
    }
    // New lines do not hasten the next attempt; they would only be in the way of the old ones.
    long left = RETRY_NANOS;
    while (!isUrgent() && left > 0) {
      try {
        left = work.awaitNanos(left);
      } catch (InterruptedException nobodyDoesThat) {
        left = 0;
      }
    }
  }

  private boolean isUrgent() {
    return flushWanted || lookWanted || closing;
  }

  private void attempt(Round round) {
    try {
      if (!batch.isEmpty()) {
        // An earlier attempt failed; what came since has to wait for these.
        write();
      }
      takeWaiting();
      write();
      makeGood();
      if (round.force()) {
        file.force();
      }
      recovered();
    } catch (IOException | RuntimeException | OutOfMemoryError failure) {
      // Were this thread to end, whoever flushes would wait for ever.
      failed(failure);
    }
  }

  private void write() throws IOException {
    file.append(batch.lines());
    batch.clear();
  }

  private void takeWaiting() {
    lock.lock();
    try {
      LineBuffer empty = batch;
      batch = waiting;
      waiting = empty;
    } finally {
      lock.unlock();
    }
  }

  /** Restores what was refused, or else says that it is lost. */
  private void makeGood() throws IOException {
    lost = refusals();
    if (lost > 0 && file.restore()) {
      forgive(lost);
      lost = 0;
    }
    if (lost > 0) {
      warnings.warnNowAndThen(loss().getMessage());
    }
  }

  private void forgive(long lines) {
    lock.lock();
    try {
      refused -= lines;
    } finally {
      lock.unlock();
    }
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

  private long refusals() {
    lock.lock();
    try {
      return refused;
    } finally {
      lock.unlock();
    }
  }

  private StorageFailure loss() {
    return FileFailure.of(path, "has lost " + lost + " lines: there was no room for them in memory");
  }

  /** How a flush went; a loss is told once. */
  private Optional<StorageFailure> result() {
    if (trouble.isPresent() || lost == 0) {
      return trouble;
    }
    forgive(lost);
    return Optional.of(loss());
  }

  private void letGo() {
    try {
      file.close();
    } catch (IOException failure) {
      failed(failure);
    }
  }
}
