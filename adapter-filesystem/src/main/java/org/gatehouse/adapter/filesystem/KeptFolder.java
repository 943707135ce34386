package org.gatehouse.adapter.filesystem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Optional;
import org.gatehouse.adapter.filesystem.SharedHandle.Lease;

/**
 * Opens one folder again and again, and holds it open while it is in use. Its path is asked each
 * time which folder it leads to by now: one system call in the place of eight.
 */
final class KeptFolder implements Folder.Opener {
  /** For so long a volume cannot be unmounted after it was last used. */
  static final Duration IDLE = Duration.ofSeconds(5);

  private final IdleHandles handles = new IdleHandles(1, IDLE, System::nanoTime);
  private Optional<Kept> kept = Optional.empty();

  /**
   * A folder that is open.
   *
   * @param key tells it from every other folder
   */
  private record Kept(Object key, SharedHandle<SecureDirectoryStream<Path>> handle) {}

  @Override
  public Folder open(Path path) throws IOException {
    BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
    if (!now.isDirectory()) {
      throw new NotDirectoryException(path.toString());
    }
    Optional<Lease<SecureDirectoryStream<Path>>> lease = lease(path, now.fileKey());
    return lease.isPresent() ? folder(path, lease.get()) : PlainFolder.open(path);
  }

  private static Folder folder(Path path, Lease<SecureDirectoryStream<Path>> lease) {
    return new SecureFolder(lease.resource(), path, lease::end);
  }

  private synchronized Optional<Lease<SecureDirectoryStream<Path>>> lease(Path path, Object key)
      throws IOException {
    Optional<Lease<SecureDirectoryStream<Path>>> present =
        kept.filter(folder -> folder.key().equals(key))
            .flatMap(folder -> folder.handle().acquire(System.nanoTime()));
    return present.isPresent() ? present : openAnew(path);
  }

  /** Empty where a folder cannot be held open. */
  private Optional<Lease<SecureDirectoryStream<Path>>> openAnew(Path path) throws IOException {
    kept.ifPresent(old -> old.handle().giveUp());
    kept = Optional.empty();
    DirectoryStream<Path> stream = Files.newDirectoryStream(path);
    if (!(stream instanceof SecureDirectoryStream<Path> secure)) {
      stream.close();
      return Optional.empty();
    }
    SharedHandle<SecureDirectoryStream<Path>> handle =
        new SharedHandle<>(secure, () -> close(secure), System.nanoTime());
    Optional<Lease<SecureDirectoryStream<Path>>> lease = handle.acquire(System.nanoTime());
    Object key = key(secure);
    if (key != null && handles.take(handle)) {
      kept = Optional.of(new Kept(key, handle));
    } else {
      // Closed by its only user.
      handle.giveUp();
    }
    return lease;
  }

  /** What was opened may already be another folder than the one that was asked about. */
  private static Object key(SecureDirectoryStream<Path> stream) throws IOException {
    try {
      return stream.getFileAttributeView(BasicFileAttributeView.class).readAttributes().fileKey();
    } catch (IOException e) {
      stream.close();
      throw e;
    }
  }

  private static void close(SecureDirectoryStream<Path> stream) {
    try {
      stream.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    kept = Optional.empty();
    handles.close();
  }
}
