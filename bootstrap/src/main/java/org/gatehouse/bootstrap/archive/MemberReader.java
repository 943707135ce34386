package org.gatehouse.bootstrap.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;
import org.gatehouse.application.port.body.Part;
import org.gatehouse.application.port.out.Representation;
import org.gatehouse.application.port.out.ResourceRepository;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.negotiation.ContentCoding;
import org.gatehouse.domain.target.ResourcePath;

/** One member's content, open: it is what was planned, from the first octet to the last. */
final class MemberReader implements AutoCloseable {
  private final ResourceRepository repository;
  private final ResourcePath path;
  private final EntityTag tag;
  private final Representation open;
  private final CRC32 checksum = new CRC32();
  private long position;
  private boolean fromStart = true;

  private MemberReader(
      ResourceRepository repository, ResourcePath path, EntityTag tag, Representation open) {
    this.repository = repository;
    this.path = path;
    this.tag = tag;
    this.open = open;
  }

  /**
   * Opens a member. May wait.
   *
   * @throws IOException if it is gone, or not what it was
   */
  static MemberReader open(ResourceRepository repository, ResourcePath path, EntityTag tag)
      throws IOException {
    Optional<Representation> opened =
        repository
            .find(path)
            .match(resource -> resource.open(ContentCoding.IDENTITY), absent -> Optional.empty());
    if (opened.isEmpty()) {
      throw new IOException("a member of an archive is gone");
    }
    MemberReader reader = new MemberReader(repository, path, tag, opened.get());
    if (!opened.get().variant().tag().equals(tag)) {
      reader.close();
      throw changed();
    }
    return reader;
  }

  private static IOException changed() {
    return new IOException("a member of an archive has changed");
  }

  /** Goes on at a position; what was passed over is in no checksum. */
  void skipTo(long target) {
    fromStart = fromStart && target == position;
    position = target;
  }

  /** Where it is. */
  long position() {
    return position;
  }

  /**
   * Reads on, as much as there is room for, at most to the end. May wait.
   *
   * @throws IOException if the content ends too soon
   */
  void read(ByteBuffer target) throws IOException {
    Part content = open.content();
    int start = target.position();
    int limit = target.limit();
    target.limit((int) Math.min(limit, start + content.length() - position));
    try {
      while (target.hasRemaining()) {
        if (copy(content, position, target) == 0) {
          throw new IOException("the content of a member ends too soon");
        }
        position = position + (target.position() - start);
        checksum.update(target.duplicate().flip().position(start));
        start = target.position();
      }
    } finally {
      target.limit(limit);
    }
    if (position == content.length() && !isStillSo()) {
      throw changed();
    }
  }

  /** Whether nobody wrote into it while it was read. */
  private boolean isStillSo() {
    return repository
        .find(path)
        .match(resource -> resource.state().tag().equals(tag), absent -> false);
  }

  private interface Copying {
    long copy() throws IOException;
  }

  private static long copy(Part content, long from, ByteBuffer target) throws IOException {
    return content
        .<Copying>match(
            octets -> () -> copy(octets.content(), (int) from, target),
            section -> () -> section.slice().read(section.position() + from, target))
        .copy();
  }

  private static long copy(ByteBuffer content, int from, ByteBuffer target) {
    int count = Math.min(content.remaining() - from, target.remaining());
    target.put(content.slice(content.position() + from, count));
    return count;
  }

  /** Whether all was read, from the first octet on, so that the checksum counts. */
  boolean hasChecksum() {
    return fromStart && position == open.content().length();
  }

  int checksum() {
    return (int) checksum.getValue();
  }

  @Override
  public void close() {
    open.close();
  }
}
