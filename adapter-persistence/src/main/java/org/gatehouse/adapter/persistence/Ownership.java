package org.gatehouse.adapter.persistence;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gatehouse.application.port.out.StorageFailure;

/**
 * The right of one process, and of one object in it, to write a file. It is held by a lock on a
 * file beside it, for the file itself may be replaced. The lock file stays: removing it would let
 * two processes lock two files of the same name.
 */
final class Ownership implements Closeable {
  /**
   * What this process holds. The operating system does not tell two owners in one process apart,
   * and drops the lock of the first when the second gives up.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private Ownership(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the right to write a file. Its folder is made if there is none.
   *
   * @throws StorageFailure if another has it, or the folder cannot be made or written
   */
  static Ownership take(Path path) {
    try {
      Path file = real(path);
      if (!HELD.add(file)) {
        throw taken(path);
      }
      try {
        return new Ownership(file, lock(file));
      } catch (IOException | RuntimeException failed) {
        HELD.remove(file);
        throw failed;
      }
    } catch (IOException failed) {
      throw FileFailure.of(path, "cannot be opened", failed);
    }
  }

  /** The file without symbolic links, so that two ways to it are one, and a rename keeps them. */
  private static Path real(Path path) throws IOException {
    if (Files.exists(path)) {
      return path.toRealPath();
    }
    Path folder = path.toAbsolutePath().getParent();
    makeFolder(folder);
    return folder.toRealPath().resolve(path.getFileName());
  }

  /** Makes a folder and its parents if there is none. */
  static void makeFolder(Path folder) throws IOException {
    // A link to a folder is one, but to createDirectories of Java 17 it is in the way.
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
  }

  private static FileChannel lock(Path file) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".lock");
    FileChannel channel =
        FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw taken(file);
      }
      return channel;
    } catch (IOException | RuntimeException failed) {
      channel.close();
      throw failed;
    }
  }

  private static StorageFailure taken(Path file) {
    return FileFailure.of(file, "is in use by another server");
  }

  /** The file that is owned, without symbolic links. */
  Path file() {
    return file;
  }

  /** Opens something. */
  interface Opening<T> {
    /** Opens it. */
    T open() throws IOException;
  }

  /**
   * Opens what is owned, or, if that fails, gives the right back.
   *
   * @throws StorageFailure if it fails
   */
  <T> T orGiveBack(Opening<T> opening) {
    try {
      return opening.open();
    } catch (IOException failed) {
      close();
      throw FileFailure.of(file, "cannot be opened", failed);
    } catch (RuntimeException failed) {
      close();
      throw failed;
    }
  }

  /** Gives the right back. Closing again does nothing. */
  @Override
  public synchronized void close() {
    if (channel.isOpen()) {
      try {
        channel.close();
      } catch (IOException gone) {
        // The descriptor is given up even then, and the lock with it.
      }
      HELD.remove(file);
    }
  }
}
