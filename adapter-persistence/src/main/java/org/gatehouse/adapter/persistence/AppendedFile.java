package org.gatehouse.adapter.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/**
 * A file that is added to. Before each batch it looks whether the file is still the one it opened
 * and as long as it left it: an operator may move or empty it, or remove the whole folder.
 */
final class AppendedFile implements LineFile {
  private final Path path;
  private final Upkeep upkeep;
  private final Warnings warnings;
  private FileChannel channel;
  private Object key;
  private long sound = Long.MAX_VALUE;

  /** A file that {@link #append} opens, and makes if needed. */
  AppendedFile(Path path, Upkeep upkeep, Warnings warnings) {
    this.path = path;
    this.upkeep = upkeep;
    this.warnings = warnings;
  }

  @Override
  public boolean append(ByteBuffer lines) throws IOException {
    boolean workedOn = makeReady(lines.remaining());
    // Whoever records a line remembers it first, so a file that was written anew has it already.
    boolean hasAll = workedOn && upkeep.rewrites();
    if (!hasAll) {
      write(lines);
    }
    return hasAll;
  }

  /** Whether the file had to be repaired or made smaller before so many octets can be added. */
  private boolean makeReady(int added) throws IOException {
    boolean workedOn = false;
    if (channel != null && !isOurs()) {
      warnings.warnNowAndThen(
          path.getFileName() + " was changed or removed by another: it is made anew");
      close();
      sound = Long.MAX_VALUE;
    }
    if (channel == null) {
      Ownership.makeFolder(path.getParent());
      upkeep.repair(sound);
      open();
      workedOn = true;
    }
    if (sound > 0 && upkeep.isDue(sound + added)) {
      shrink();
      workedOn = true;
    }
    return workedOn;
  }

  private void write(ByteBuffer lines) throws IOException {
    long added = lines.remaining();
    try {
      while (lines.hasRemaining()) {
        channel.write(lines);
      }
    } catch (IOException torn) {
      close();
      throw torn;
    }
    sound += added;
  }

  private boolean isOurs() throws IOException {
    try {
      BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
      return now.size() == sound && Objects.equals(now.fileKey(), key);
    } catch (NoSuchFileException removed) {
      return false;
    }
  }

  private void open() throws IOException {
    channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    sound = channel.size();
  }

  private void shrink() throws IOException {
    close();
    upkeep.shrink();
    open();
  }

  @Override
  public void force() throws IOException {
    try {
      if (channel != null) {
        channel.force(false);
      }
    } catch (IOException doubtful) {
      // Forcing again could succeed without the octets being there, so the file is opened anew.
      close();
      throw doubtful;
    }
  }

  @Override
  public boolean restore() throws IOException {
    if (!upkeep.rewrites()) {
      return false;
    }
    shrink();
    return true;
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      FileChannel open = channel;
      channel = null;
      open.close();
    }
  }
}
