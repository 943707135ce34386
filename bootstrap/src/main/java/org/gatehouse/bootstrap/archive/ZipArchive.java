package org.gatehouse.bootstrap.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.application.port.body.Part;
import org.gatehouse.application.port.out.Archiver;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.bootstrap.archive.ZipRecords.Member;
import org.gatehouse.domain.conditional.EntityTag;

/** An archive that is planned. */
final class ZipArchive implements Archiver.Archive {
  private final ZipLayout layout;
  private final Members members;
  private final EntityTag tag;
  private final long mostRead;
  private final ZipSlice slice;

  /**
   * An archive.
   *
   * @param mostRead how many octets may be read for the checksums in a section of it
   * @param onClose run once, when it is closed
   */
  ZipArchive(ZipLayout layout, Members members, EntityTag tag, long mostRead, Runnable onClose) {
    this.layout = layout;
    this.members = members;
    this.tag = tag;
    this.mostRead = mostRead;
    this.slice = new ZipSlice(layout, members, onClose);
  }

  @Override
  public EntityTag tag() {
    return tag;
  }

  @Override
  public long length() {
    return layout.length();
  }

  @Override
  public Optional<Part> section(long position, long length) {
    List<Integer> unread = new ArrayList<>();
    long octets = 0;
    long entry = layout.directoryOffset();
    for (int i = 0; i < layout.count(); i++) {
      Member member = layout.member(i);
      if (isUnread(member, entry, position, position + length) && !members.knows(i)) {
        unread.add(i);
        octets += member.size();
        if (octets > mostRead) {
          return Optional.empty();
        }
      }
      entry += member.entryLength();
    }
    read(unread);
    slice.endAt(position + length);
    return Optional.of(Part.of(slice).section(position, length));
  }

  /** Whether a member's checksum lies in a section, but its content not from its beginning on. */
  private static boolean isUnread(Member member, long entry, long from, long to) {
    long content = member.offset() + member.headerLength();
    long descriptor = content + member.size();
    boolean touched =
        overlap(from, to, descriptor, member.descriptorLength())
            || overlap(from, to, entry, member.entryLength());
    return touched && from > content;
  }

  private static boolean overlap(long from, long to, long start, long length) {
    return from < start + length && start < to;
  }

  private void read(List<Integer> indexes) {
    try {
      ByteBuffer buffer = ByteBuffer.allocate(ZipSlice.STEP);
      for (int index : indexes) {
        members.read(index, buffer);
      }
    } catch (IOException e) {
      throw new StorageFailure(StorageFailure.Kind.BROKEN, "reading for checksums", e);
    }
  }

  @Override
  public void close() {
    slice.close();
  }
}
