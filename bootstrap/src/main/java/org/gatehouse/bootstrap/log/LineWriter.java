package org.gatehouse.bootstrap.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Writes records to a file from a thread of its own. {@link #take} never waits for the disk:
 * records gather in one list while the thread writes the last one.
 *
 * <p>What is lost is counted, whether for want of room or because the disk failed, and the count is
 * told with the next records that can be written.
 *
 * @param <T> the records
 */
final class LineWriter<T> {
  /** How many records may wait; at a few hundred octets each, some megabytes. */
  static final int ROOM = 16_384;

  /** So many records are written at once; fewer wait for others, up to this long. */
  private static final int MANY = ROOM / 8;

  private static final long GATHERING_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  /** About how many characters are written at once. */
  private static final int CHUNK = 1 << 16;

  private final Path file;
  private final SeekableByteChannel channel;
  private final LineFormat<T> format;
  private final Consumer<String> complaints;
  private final Thread thread;
  private final Object lock = new Object();

  // Guarded by the lock.
  private List<T> waiting = new ArrayList<>();
  private long lost;
  private boolean closing;

  // Of the writer's thread alone.
  private final StringBuilder lines = new StringBuilder(CHUNK + 1024);
  private long linesWaiting;
  private long lossWaiting;
  private boolean torn;
  private boolean failing;

  private LineWriter(
      Path file, SeekableByteChannel channel, LineFormat<T> format, Consumer<String> complaints) {
    this.file = file;
    this.channel = channel;
    this.format = format;
    this.complaints = complaints;
    this.thread = new Thread(this::run, "log-" + file.getFileName());
    thread.setDaemon(true);
  }

  /**
   * Opens a file to be continued; a last line that a crash has torn is ended first.
   *
   * @param complaints told in words when the file cannot be written any more
   * @throws IOException if it cannot be opened
   */
  static <T> LineWriter<T> open(Path file, LineFormat<T> format, Consumer<String> complaints)
      throws IOException {
    boolean torn = Files.exists(file) && isTorn(file);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    LogLock.take(channel);
    return on(channel, torn, file, format, complaints);
  }

  /**
   * Continues a file that is open.
   *
   * @param torn whether it ends in the middle of a line
   */
  static <T> LineWriter<T> on(
      SeekableByteChannel channel,
      boolean torn,
      Path file,
      LineFormat<T> format,
      Consumer<String> complaints) {
    LineWriter<T> writer = new LineWriter<>(file, channel, format, complaints);
    writer.torn = torn;
    writer.thread.start();
    return writer;
  }

  private static boolean isTorn(Path file) throws IOException {
    try (FileChannel reader = FileChannel.open(file)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      long size = reader.size();
      return size > 0 && reader.read(last, size - 1) == 1 && last.get(0) != '\n';
    }
  }

  /** Takes a record, or counts it as lost if too many are waiting or the end has come. */
  void take(T item) {
    synchronized (lock) {
      if (closing || waiting.size() >= ROOM) {
        lost++;
        return;
      }
      waiting.add(item);
      if (waiting.size() == 1 || waiting.size() == MANY) {
        lock.notifyAll();
      }
    }
  }

  /**
   * Writes what was taken and closes the file. Closing again does nothing.
   *
   * @return whether all was written, or found unwritable, in this time
   */
  boolean close(Duration patience) {
    synchronized (lock) {
      closing = true;
      lock.notifyAll();
    }
    try {
      thread.join(Math.max(1, patience.toMillis()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }

  /** What the thread writes next. */
  private record Batch<T>(List<T> items, long lost, boolean last) {}

  private void run() {
    try (channel) {
      Batch<T> batch;
      do {
        batch = next();
        write(batch);
      } while (!batch.last());
    } catch (IOException failure) {
      complain(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private Batch<T> next() throws InterruptedException {
    synchronized (lock) {
      // Losses alone are no reason to wake up: on a full disk that would never end.
      while (waiting.isEmpty() && !closing) {
        lock.wait();
      }
      gather();
      Batch<T> batch = new Batch<>(waiting, lost, closing);
      waiting = new ArrayList<>();
      lost = 0;
      return batch;
    }
  }

  /** Waits for more, because a thread that wakes for each record costs more than the record. */
  private void gather() throws InterruptedException {
    long end = System.nanoTime() + GATHERING_NANOS;
    long left = GATHERING_NANOS;
    while (left > 0 && waiting.size() < MANY && !closing) {
      TimeUnit.NANOSECONDS.timedWait(lock, left);
      left = end - System.nanoTime();
    }
  }

  private void write(Batch<T> batch) {
    long before = batch.lost();
    if (before > 0 && tell(() -> format.appendLoss(before, lines), before)) {
      lossWaiting = before;
    }
    for (T item : batch.items()) {
      if (tell(() -> format.append(item, lines), 1)) {
        linesWaiting++;
      }
      if (lines.length() >= CHUNK) {
        writeLines();
      }
    }
    writeLines();
  }

  /**
   * Appends a line, or counts it as lost: what cannot be told, by a defect or because a class
   * cannot be loaded any more, must not end the thread and all that comes after.
   *
   * @param records for how many the line stands
   */
  private boolean tell(Runnable line, long records) {
    int start = lines.length();
    try {
      line.run();
      return true;
    } catch (RuntimeException | LinkageError untold) {
      lines.setLength(start);
      lose(records, untold);
      return false;
    }
  }

  private void writeLines() {
    try {
      String text = torn ? "\n" + lines : lines.toString();
      append(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
      if (linesWaiting + lossWaiting > 0) {
        failing = false;
      }
      if (lossWaiting > 0) {
        format.reportLoss(lossWaiting);
      }
    } catch (IOException failure) {
      lose(linesWaiting + lossWaiting, failure);
    }
    lines.setLength(0);
    linesWaiting = 0;
    lossWaiting = 0;
  }

  /**
   * Adds all or nothing: a part would be lines that are there and counted as lost, and a torn one.
   */
  private void append(ByteBuffer octets) throws IOException {
    long end = channel.size();
    try {
      while (octets.hasRemaining()) {
        channel.write(octets);
      }
      torn = false;
    } catch (IOException failure) {
      try {
        channel.truncate(end);
      } catch (IOException notCutOff) {
        torn = true;
        failure.addSuppressed(notCutOff);
      }
      throw failure;
    }
  }

  private void lose(long records, Throwable reason) {
    synchronized (lock) {
      lost += records;
    }
    complain(reason);
  }

  private void complain(Throwable reason) {
    if (!failing) {
      failing = true;
      complaints.accept(file + " cannot be written, records are lost: " + reason.getMessage());
    }
  }
}
