package org.gatehouse.adapter.persistence;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Replaces a file as a whole: a temporary file beside it, made durable, then renamed. The temporary
 * name is always the same, so that a crash leaves at most one, which the next start removes.
 */
final class Replacement {
  private static final int BUFFER = 64 << 10;

  private Replacement() {}

  /** Writes the new content. */
  interface Content {
    /** Writes all of it; the stream is closed by others. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** Puts new content in place of a file, which has the old content or the new at any moment. */
  static void replace(Path file, Content content) throws IOException {
    Path fresh = fresh(file);
    try {
      write(fresh, content);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | RuntimeException failed) {
      clean(file);
      throw failed;
    }
    forceFolder(file);
  }

  private static void write(Path fresh, Content content) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                fresh,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER)) {
      content.writeTo(out);
      out.flush();
      channel.force(true);
    }
  }

  /** Removes what a replacement that was interrupted has left. */
  static void clean(Path file) throws IOException {
    Files.deleteIfExists(fresh(file));
  }

  /** Makes durable which names a file's folder has. */
  static void forceFolder(Path file) throws IOException {
    // Only there can a folder be opened like a file.
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
        folder.force(true);
      }
    }
  }

  /** The temporary name of a file. */
  static Path fresh(Path file) {
    return file.resolveSibling(file.getFileName() + ".new");
  }
}
