package org.gatehouse.adapter.filesystem;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.gatehouse.application.port.body.Slice;
import org.gatehouse.application.port.out.Upload;
import org.gatehouse.application.port.out.WriteOutcome;
import org.gatehouse.application.port.out.WriteRule;
import org.gatehouse.domain.target.ResourcePath;

/** New content on its way into a file. */
final class FileUpload implements Upload {
  private final Commit commit;
  private final Path root;
  private final Sync sync;
  private StagedFile file;
  private boolean over;

  /**
   * An upload.
   *
   * @param file empty
   * @param root whose file system a failure is put down to
   */
  FileUpload(StagedFile file, Commit commit, Path root, Sync sync) {
    this.file = file;
    this.commit = commit;
    this.root = root;
    this.sync = sync;
  }

  /** The content. */
  StagedFile file() {
    return file;
  }

  /** Copies the content into another file, on the device of its target, and goes on with that. */
  void moveTo(StagedFile other) throws IOException {
    try {
      other.copy(file);
    } catch (IOException e) {
      other.close();
      throw e;
    }
    file.close();
    file = other;
  }

  @Override
  public void write(ByteBuffer content) {
    requireOpen();
    try {
      file.write(content);
    } catch (IOException e) {
      throw Failures.of("writing new content", e, root);
    }
  }

  @Override
  public Slice content() {
    requireOpen();
    try {
      return file.content();
    } catch (IOException e) {
      throw Failures.of("reading new content back", e, root);
    }
  }

  @Override
  public WriteOutcome replace(ResourcePath path, WriteRule rule) {
    return commit(path, rule, true);
  }

  @Override
  public WriteOutcome create(ResourcePath path, WriteRule rule) {
    return commit(path, rule, false);
  }

  private WriteOutcome commit(ResourcePath path, WriteRule rule, boolean mayReplace) {
    requireOpen();
    flush();
    WriteOutcome outcome = commit.store(this, path, rule, mayReplace);
    if (outcome.state().isPresent() || file.isSpoiled()) {
      close();
    }
    return outcome;
  }

  /** The bulk goes to the disk before the path is locked: others should not have to wait for it. */
  private void flush() {
    if (sync == Sync.NEVER) {
      return;
    }
    try {
      file.force();
    } catch (IOException e) {
      throw Failures.of("flushing new content", e, root);
    }
  }

  private void requireOpen() {
    if (over) {
      throw new IllegalStateException("the upload is committed or closed");
    }
  }

  @Override
  public void close() {
    over = true;
    file.close();
  }
}
