package org.gatehouse.bootstrap.explain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import org.gatehouse.application.port.body.Slice;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.application.port.out.Upload;
import org.gatehouse.application.port.out.WriteOutcome;
import org.gatehouse.application.port.out.WriteRule;
import org.gatehouse.domain.target.ResourcePath;

/**
 * Content that is counted, and kept in memory as far as somebody may want to read it back: of
 * larger content it is only told how long it is.
 */
final class RehearsedUpload implements Upload {
  /** Octets that are kept. */
  static final int MOST_KEPT = 16 << 20;

  private final RehearsedRepository repository;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private long length;

  RehearsedUpload(RehearsedRepository repository) {
    this.repository = repository;
  }

  @Override
  public void write(ByteBuffer content) {
    length += content.remaining();
    if (length <= MOST_KEPT) {
      byte[] octets = new byte[content.remaining()];
      content.get(octets);
      kept.writeBytes(octets);
    } else {
      kept.reset();
      content.position(content.limit());
    }
  }

  @Override
  public Slice content() {
    if (length > MOST_KEPT) {
      throw new StorageFailure(
          StorageFailure.Kind.FULL,
          "a rehearsal keeps " + MOST_KEPT + " octets of content, and no more",
          null);
    }
    return new Kept(kept.toByteArray());
  }

  @Override
  public WriteOutcome replace(ResourcePath path, WriteRule rule) {
    return repository.store(path, length, rule, true);
  }

  @Override
  public WriteOutcome create(ResourcePath path, WriteRule rule) {
    return repository.store(path, length, rule, false);
  }

  @Override
  public void close() {
    kept.reset();
  }

  /** What was kept. */
  private record Kept(byte[] octets) implements Slice {
    @Override
    public long length() {
      return octets.length;
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel sink) throws IOException {
      int end = (int) Math.min(octets.length, position + count);
      return sink.write(ByteBuffer.wrap(octets, (int) position, end - (int) position));
    }

    @Override
    public void close() {}
  }
}
