package org.gatehouse.adapter.filesystem;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** New content in a file that nobody sees. Used by one thread at a time. */
final class StagedFile implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StagedFile.class);

  private final StagingSession session;
  private final String name;
  private final FileChannel channel;
  private boolean dirty = true;
  private boolean hasName = true;
  private boolean spoiled;
  private boolean open = true;

  StagedFile(StagingSession session, String name, FileChannel channel) {
    this.session = session;
    this.name = name;
    this.channel = channel;
  }

  Folder folder() {
    return session.folder();
  }

  String name() {
    return name;
  }

  void write(ByteBuffer content) throws IOException {
    dirty = true;
    while (content.hasRemaining()) {
      channel.write(content);
    }
  }

  /** What was written so far. */
  StagedSlice content() throws IOException {
    return new StagedSlice(channel, channel.size());
  }

  /** Tells that its time or permissions were changed. */
  void changed() {
    dirty = true;
  }

  /** Flushes content, time and permissions to the disk, unless they are there. */
  void force() throws IOException {
    if (dirty) {
      channel.force(true);
      dirty = false;
    }
  }

  /** Takes over the content of another. */
  void copy(StagedFile other) throws IOException {
    long size = other.channel.size();
    for (long position = 0; position < size; ) {
      position += other.channel.transferTo(position, size - position, channel);
    }
  }

  /** Empties the file, by whatever names it has: it can be used no more. */
  void spoil() throws IOException {
    spoiled = true;
    channel.truncate(0);
  }

  boolean isSpoiled() {
    return spoiled;
  }

  /** Moves it to a name in another folder, in place of what has it there. */
  void moveTo(Folder target, String newName) throws IOException {
    session.move(name, target, newName);
    hasName = false;
  }

  /** Removes what is still here. Whatever cannot be removed now is swept later. */
  @Override
  public void close() {
    if (!open) {
      return;
    }
    open = false;
    try (channel) {
      if (hasName) {
        folder().delete(name);
      }
    } catch (IOException left) {
      LOG.warn("new content that nobody wants could not be removed", left);
    } finally {
      session.release();
    }
  }
}
