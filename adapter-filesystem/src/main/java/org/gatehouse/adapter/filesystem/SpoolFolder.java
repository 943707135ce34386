package org.gatehouse.adapter.filesystem;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.gatehouse.application.port.out.Spool;
import org.gatehouse.application.port.out.StorageFailure;

/**
 * Keeps what is small in memory and the rest in files without a name: on Unix the JDK takes it away
 * as soon as such a file is open, so not even a killed server leaves one behind.
 */
public final class SpoolFolder implements Spool {
  /** What stays in memory, in octets; about as much as a socket takes at once. */
  static final int SMALL = 1 << 16;

  private final Path folder;
  private final long most;
  private final AtomicLong used = new AtomicLong();

  /**
   * A spool.
   *
   * @param folder exists and may be written
   * @param most how many octets all files may take together; whoever would need more is refused
   */
  public SpoolFolder(Path folder, long most) {
    this.folder = folder;
    this.most = most;
  }

  @Override
  public Draft begin() {
    return new SpoolDraft(this);
  }

  /** Opens a file that vanishes when it is closed. */
  FileChannel open() {
    try {
      return FileChannel.open(
          folder.resolve("spool-" + UUID.randomUUID()), CREATE_NEW, READ, WRITE, DELETE_ON_CLOSE);
    } catch (IOException e) {
      throw failure("spooling", e);
    }
  }

  StorageFailure failure(String doing, IOException cause) {
    return Failures.of(doing, cause, folder);
  }

  /** Takes room for more octets. */
  void take(long octets) {
    if (used.addAndGet(octets) > most) {
      used.addAndGet(-octets);
      throw new StorageFailure(
          StorageFailure.Kind.EXHAUSTED, "more is spooled already than may be", null);
    }
  }

  /** Gives room back. */
  void release(long octets) {
    used.addAndGet(-octets);
  }

  /** How many octets are in files now: 0 when nothing leaks. */
  long used() {
    return used.get();
  }
}
