package org.gatehouse.adapter.persistence;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.application.port.out.StorageFailure.Kind;

/** Turns what the file system throws into one clean line that names the file, not its folder. */
final class FileFailure {
  private FileFailure() {}

  /**
   * A failure such as {@code cookies.txt cannot be written: No space left on device}.
   *
   * @param what cannot be done
   */
  static StorageFailure of(Path file, String what, Throwable cause) {
    Kind kind = cause instanceof AccessDeniedException ? Kind.DENIED : Kind.BROKEN;
    return new StorageFailure(kind, file.getFileName() + " " + what + ": " + words(cause), cause);
  }

  /** A failure that has no exception behind it. */
  static StorageFailure of(Path file, String what) {
    return new StorageFailure(Kind.BROKEN, file.getFileName() + " " + what, null);
  }

  /** The message of a file system's exception is a path, so its type has to speak. */
  private static String words(Throwable cause) {
    if (cause instanceof AccessDeniedException) {
      return "no permission";
    }
    if (cause instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (cause instanceof FileAlreadyExistsException) {
      return "a file stands where its folder should be";
    }
    String reason =
        cause instanceof FileSystemException failure ? failure.getReason() : cause.getMessage();
    return Objects.requireNonNullElse(reason, cause.getClass().getSimpleName());
  }
}
