package org.gatehouse.bootstrap.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The records of a ZIP archive (APPNOTE.TXT 6.3 §4.3, §4.5), store only. Pure: a member's records
 * have the same length and the same octets each time.
 */
final class ZipRecords {
  /** What stands in a field of four octets whose value has its place in a ZIP64 field. */
  static final long LARGE = 0xFFFFFFFFL;

  static final int DESCRIPTOR = 16;
  static final int LARGE_DESCRIPTOR = 24;

  private static final int MANY = 0xFFFF;
  private static final int LOCAL_HEADER = 30;
  private static final int CENTRAL_HEADER = 46;
  private static final int TIME_FIELD = 9;

  private static final int VERSION = 20;
  private static final int VERSION_LARGE = 45;
  private static final int MADE_BY_UNIX = 3 << 8;
  private static final int UTF_8 = 1 << 11;
  private static final int DESCRIPTOR_FOLLOWS = 1 << 3;
  private static final int FILE_MODE = 0100644 << 16;
  private static final int FOLDER_MODE = 040755 << 16 | 0x10;

  private ZipRecords() {}

  /**
   * A member, as its records tell of it.
   *
   * @param name in UTF-8, the folders of its path included; a folder's ends with a slash
   * @param size in octets
   * @param second when it last changed, since 1970
   * @param offset of its local header
   */
  record Member(byte[] name, long size, long second, long offset) {
    boolean isFolder() {
      return name[name.length - 1] == '/';
    }

    boolean isLarge() {
      return size >= LARGE;
    }

    /** Octets of the local header. */
    int headerLength() {
      return LOCAL_HEADER + name.length + TIME_FIELD + (isLarge() ? 20 : 0);
    }

    /** Octets of the data descriptor; what is empty has a checksum of 0, and needs none. */
    int descriptorLength() {
      return size == 0 ? 0 : isLarge() ? LARGE_DESCRIPTOR : DESCRIPTOR;
    }

    /** Octets of the entry in the central directory. */
    int entryLength() {
      int large = (isLarge() ? 16 : 0) + (offset >= LARGE ? 8 : 0);
      return CENTRAL_HEADER + name.length + TIME_FIELD + (large == 0 ? 0 : 4 + large);
    }

    private int version() {
      return isLarge() || offset >= LARGE ? VERSION_LARGE : VERSION;
    }

    private int flags() {
      return size == 0 ? UTF_8 : UTF_8 | DESCRIPTOR_FOLLOWS;
    }
  }

  private static ByteBuffer room(int octets) {
    return ByteBuffer.allocate(octets).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * The local header (§4.3.7). Where a descriptor follows, checksum and sizes are 0 (§4.4.4), and a
   * ZIP64 field tells that the descriptor's sizes have eight octets (§4.3.9.2).
   */
  static byte[] localHeader(Member member) {
    ByteBuffer header = room(member.headerLength());
    header.putInt(0x04034b50).putShort((short) (member.isLarge() ? VERSION_LARGE : VERSION));
    header.putShort((short) member.flags()).putShort((short) 0).putInt(dosTime(member.second()));
    int sizes = member.isLarge() ? -1 : 0;
    header.putInt(0).putInt(sizes).putInt(sizes).putShort((short) member.name().length);
    header.putShort((short) (TIME_FIELD + (member.isLarge() ? 20 : 0))).put(member.name());
    timeField(header, member.second());
    if (member.isLarge()) {
      header.putShort((short) 1).putShort((short) 16).putLong(0).putLong(0);
    }
    return header.array();
  }

  /** The data descriptor (§4.3.9), with its signature. */
  static byte[] descriptor(Member member, int checksum) {
    ByteBuffer descriptor = room(member.descriptorLength());
    descriptor.putInt(0x08074b50).putInt(checksum);
    if (member.isLarge()) {
      descriptor.putLong(member.size()).putLong(member.size());
    } else {
      descriptor.putInt((int) member.size()).putInt((int) member.size());
    }
    return descriptor.array();
  }

  /** The entry in the central directory (§4.3.12), with what is too large in a ZIP64 field. */
  static byte[] entry(Member member, int checksum) {
    ByteBuffer entry = room(member.entryLength());
    int size = (int) Math.min(member.size(), LARGE);
    entry.putInt(0x02014b50).putShort((short) (MADE_BY_UNIX | VERSION_LARGE));
    entry.putShort((short) member.version()).putShort((short) member.flags()).putShort((short) 0);
    entry.putInt(dosTime(member.second())).putInt(checksum).putInt(size).putInt(size);
    entry.putShort((short) member.name().length);
    int extra = member.entryLength() - CENTRAL_HEADER - member.name().length;
    entry.putShort((short) extra).putShort((short) 0).putShort((short) 0).putShort((short) 0);
    entry.putInt(member.isFolder() ? FOLDER_MODE : FILE_MODE);
    entry.putInt((int) Math.min(member.offset(), LARGE)).put(member.name());
    timeField(entry, member.second());
    if (extra > TIME_FIELD) {
      entry.putShort((short) 1).putShort((short) (extra - TIME_FIELD - 4));
      if (member.isLarge()) {
        entry.putLong(member.size()).putLong(member.size());
      }
      if (member.offset() >= LARGE) {
        entry.putLong(member.offset());
      }
    }
    return entry.array();
  }

  /**
   * The end (§4.3.14 to §4.3.16), with the records of ZIP64 where a number needs them.
   *
   * @param count of the members
   * @param offset of the central directory
   * @param length of the central directory
   */
  static byte[] end(long count, long offset, long length) {
    boolean large = count >= MANY || offset >= LARGE || length >= LARGE;
    ByteBuffer end = room(22 + (large ? 56 + 20 : 0));
    if (large) {
      end.putInt(0x06064b50).putLong(44).putShort((short) (MADE_BY_UNIX | VERSION_LARGE));
      end.putShort((short) VERSION_LARGE).putInt(0).putInt(0).putLong(count).putLong(count);
      end.putLong(length).putLong(offset);
      end.putInt(0x07064b50).putInt(0).putLong(offset + length).putInt(1);
    }
    short few = (short) Math.min(count, MANY);
    end.putInt(0x06054b50).putShort((short) 0).putShort((short) 0).putShort(few).putShort(few);
    end.putInt((int) Math.min(length, LARGE)).putInt((int) Math.min(offset, LARGE));
    return end.putShort((short) 0).array();
  }

  /** The time to the second and in UTC, for those who know this field of Info-ZIP. */
  private static void timeField(ByteBuffer target, long second) {
    target.putShort((short) 0x5455).putShort((short) 5).put((byte) 1);
    target.putInt((int) Math.max(Integer.MIN_VALUE, Math.min(second, Integer.MAX_VALUE)));
  }

  /** The time in UTC, to two seconds, from 1980 to 2107 (§4.4.6). */
  private static int dosTime(long second) {
    LocalDateTime time = LocalDateTime.ofInstant(Instant.ofEpochSecond(second), ZoneOffset.UTC);
    if (time.getYear() < 1980) {
      return 1 << 21 | 1 << 16;
    }
    if (time.getYear() > 2107) {
      return 127 << 25 | 12 << 21 | 31 << 16 | 23 << 11 | 59 << 5 | 29;
    }
    int date = time.getYear() - 1980 << 9 | time.getMonthValue() << 5 | time.getDayOfMonth();
    return date << 16 | time.getHour() << 11 | time.getMinute() << 5 | time.getSecond() / 2;
  }
}
