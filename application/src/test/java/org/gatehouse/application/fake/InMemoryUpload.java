package org.gatehouse.application.fake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.gatehouse.application.port.body.Slice;
import org.gatehouse.application.port.out.Upload;
import org.gatehouse.application.port.out.WriteOutcome;
import org.gatehouse.application.port.out.WriteRule;
import org.gatehouse.domain.target.ResourcePath;

/** Content on its way into memory. */
final class InMemoryUpload implements Upload {
  private final InMemoryResourceRepository repository;
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();
  private boolean committed;
  private boolean closed;

  InMemoryUpload(InMemoryResourceRepository repository) {
    this.repository = repository;
  }

  @Override
  public void write(ByteBuffer octets) {
    requireOpen();
    repository.failIf(InMemoryResourceRepository.Step.WRITE);
    byte[] copy = new byte[octets.remaining()];
    octets.get(copy);
    content.writeBytes(copy);
  }

  @Override
  public Slice content() {
    requireOpen();
    return new InMemorySlice(content.toByteArray(), () -> {});
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
    WriteOutcome outcome = repository.store(path, content.toByteArray(), rule, mayReplace);
    committed = outcome.state().isPresent();
    return outcome;
  }

  private void requireOpen() {
    if (committed || closed) {
      throw new IllegalStateException("the upload is committed or closed");
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      repository.uploadClosed();
    }
  }
}
