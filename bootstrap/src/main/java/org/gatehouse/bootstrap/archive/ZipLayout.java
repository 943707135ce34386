package org.gatehouse.bootstrap.archive;

import java.util.Arrays;
import org.gatehouse.bootstrap.archive.ZipRecords.Member;

/**
 * Where everything in an archive lies: header, content and descriptor of each member, then the
 * central directory, then the end. Kept in a few arrays, since there may be very many members.
 */
final class ZipLayout {
  private byte[] names = new byte[256];
  private int[] nameEnds = new int[16];
  private long[] sizes = new long[16];
  private long[] seconds = new long[16];
  private int[] nanos = new int[16];
  private long[] offsets = new long[16];
  private int count;
  private long directoryOffset;
  private long directoryLength;

  /** Adds a member behind the others. */
  void add(byte[] name, long size, long second, int nano) {
    if (count == sizes.length) {
      int more = 2 * count;
      nameEnds = Arrays.copyOf(nameEnds, more);
      sizes = Arrays.copyOf(sizes, more);
      seconds = Arrays.copyOf(seconds, more);
      nanos = Arrays.copyOf(nanos, more);
      offsets = Arrays.copyOf(offsets, more);
    }
    int start = nameStart(count);
    if (start + name.length > names.length) {
      names = Arrays.copyOf(names, Math.max(2 * names.length, start + name.length));
    }
    System.arraycopy(name, 0, names, start, name.length);
    nameEnds[count] = start + name.length;
    sizes[count] = size;
    seconds[count] = second;
    nanos[count] = nano;
    offsets[count] = directoryOffset;
    Member member = member(count);
    count++;
    directoryOffset += member.headerLength() + size + member.descriptorLength();
    directoryLength += member.entryLength();
  }

  private int nameStart(int index) {
    return index == 0 ? 0 : nameEnds[index - 1];
  }

  /** How many members there are. */
  int count() {
    return count;
  }

  /** A member. */
  Member member(int index) {
    byte[] name = Arrays.copyOfRange(names, nameStart(index), nameEnds[index]);
    return new Member(name, sizes[index], seconds[index], offsets[index]);
  }

  /** The nanoseconds of a member's time, which only its tag knows. */
  int nano(int index) {
    return nanos[index];
  }

  /** The last member that begins at a position or before it. */
  int memberAt(long position) {
    int found = Arrays.binarySearch(offsets, 0, count, position);
    return found >= 0 ? found : -found - 2;
  }

  /** Where the central directory begins. */
  long directoryOffset() {
    return directoryOffset;
  }

  /** Where the end begins. */
  long endOffset() {
    return directoryOffset + directoryLength;
  }

  /** The records behind the central directory. */
  byte[] end() {
    return ZipRecords.end(count, directoryOffset, directoryLength);
  }

  /** The length of the archive. */
  long length() {
    return endOffset() + end().length;
  }

  /** How many octets of the heap it takes, and the checksums of its members with it. */
  long held() {
    return names.length + 37L * sizes.length;
  }
}
