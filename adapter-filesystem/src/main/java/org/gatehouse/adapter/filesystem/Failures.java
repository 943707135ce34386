package org.gatehouse.adapter.filesystem;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.application.port.out.StorageFailure.Kind;

/** Tells failures apart, of which the JDK gives a few types and for the rest the system's words. */
final class Failures {
  /** With less room than this, a failed write is put down to a full disk whatever its words. */
  private static final long NO_ROOM = 64 << 10;

  private Failures() {}

  /** Whether a name or path was refused for its length. */
  static boolean isTooLong(IOException failure) {
    return says(failure, "name too long");
  }

  /** Whether a link was in the way. Here the words are the JDK's own, in any language. */
  static boolean isLink(IOException failure) {
    return says(failure, "attributes of symbolic link") || says(failure, "nofollow_links");
  }

  /** The failure that the port knows. */
  static StorageFailure of(String doing, IOException cause, Path root) {
    return new StorageFailure(kind(cause, root), doing, cause);
  }

  private static Kind kind(IOException cause, Path root) {
    if (cause instanceof AccessDeniedException
        || says(cause, "read-only")
        || says(cause, "not permitted")) {
      return Kind.DENIED;
    }
    if (says(cause, "no space left") || says(cause, "quota")) {
      return Kind.FULL;
    }
    return says(cause, "too many open files") ? Kind.EXHAUSTED : kindByStore(root);
  }

  /** The words may be in any language; the file store is asked in numbers. */
  private static Kind kindByStore(Path root) {
    try {
      FileStore store = Files.getFileStore(root);
      if (store.isReadOnly()) {
        return Kind.DENIED;
      }
      return store.getUsableSpace() < NO_ROOM ? Kind.FULL : Kind.BROKEN;
    } catch (IOException unknown) {
      return Kind.BROKEN;
    }
  }

  private static boolean says(IOException failure, String words) {
    // The message of a file system exception names the file, and a file may be called "quota".
    String reason = failure instanceof FileSystemException e ? e.getReason() : failure.getMessage();
    return reason != null && reason.toLowerCase(Locale.ROOT).contains(words);
  }
}
