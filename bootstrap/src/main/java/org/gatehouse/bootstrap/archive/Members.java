package org.gatehouse.bootstrap.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.BitSet;
import java.util.OptionalInt;
import org.gatehouse.application.port.out.ResourceRepository;
import org.gatehouse.bootstrap.archive.ZipRecords.Member;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.target.ResourcePath;

/** The members of one archive: their contents, and their checksums as far as these are known. */
final class Members {
  private final ZipLayout layout;
  private final ResourceRepository repository;
  private final ResourcePath base;
  private final Checksums memory;
  private final int[] checksums;
  private final BitSet known;

  Members(ZipLayout layout, ResourceRepository repository, ResourcePath base, Checksums memory) {
    this.layout = layout;
    this.repository = repository;
    this.base = base;
    this.memory = memory;
    this.checksums = new int[layout.count()];
    this.known = new BitSet(layout.count());
  }

  private ResourcePath path(Member member) {
    ResourcePath path = base;
    for (String name : new String(member.name(), StandardCharsets.UTF_8).split("/")) {
      path = path.child(name);
    }
    return path;
  }

  private EntityTag tag(int index, Member member) {
    return EntityTag.of(Instant.ofEpochSecond(member.second(), layout.nano(index)), member.size());
  }

  /** Opens the content of a member. May wait. */
  MemberReader open(int index) throws IOException {
    Member member = layout.member(index);
    return MemberReader.open(repository, path(member), tag(index, member));
  }

  /** Whether the checksum of a member is known without reading it. */
  boolean knows(int index) {
    if (known.get(index)) {
      return true;
    }
    Member member = layout.member(index);
    if (member.size() == 0) {
      known.set(index);
      return true;
    }
    OptionalInt remembered = memory.find(repository, path(member), tag(index, member));
    remembered.ifPresent(checksum -> set(index, checksum));
    return remembered.isPresent();
  }

  private void set(int index, int checksum) {
    checksums[index] = checksum;
    known.set(index);
  }

  /**
   * Takes the checksum of a member that was read to its end.
   *
   * @throws IOException if it is not the one of the same content as it was read before
   */
  void learn(int index, int checksum) throws IOException {
    if (knows(index) && checksums[index] != checksum) {
      throw new IOException("a member of an archive has changed, but not its tag");
    }
    Member member = layout.member(index);
    set(index, checksum);
    memory.remember(repository, path(member), tag(index, member), checksum);
  }

  /** Reads a member for the sake of its checksum. May wait. */
  void read(int index, ByteBuffer buffer) throws IOException {
    long size = layout.member(index).size();
    try (MemberReader reader = open(index)) {
      while (reader.position() < size) {
        reader.read(buffer.clear());
      }
      learn(index, reader.checksum());
    }
  }

  /**
   * The checksum of a member.
   *
   * @throws IOException if nobody has read it, which is a mistake of whoever asks
   */
  int checksum(int index) throws IOException {
    if (!knows(index)) {
      throw new IOException("a checksum is asked for before its content");
    }
    return checksums[index];
  }
}
