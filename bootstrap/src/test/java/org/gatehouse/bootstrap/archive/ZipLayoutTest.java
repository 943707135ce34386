package org.gatehouse.bootstrap.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.gatehouse.bootstrap.archive.ZipRecords.Member;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where things lie, and what the records say, where numbers need more than four octets. */
class ZipLayoutTest {
  private static final long SECOND = Instant.parse("2026-03-04T05:06:08Z").getEpochSecond();

  private static byte[] name(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static ByteBuffer read(byte[] record) {
    return ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 0xFFFFFFFEL, 0xFFFFFFFFL, 0x100000000L, 1L << 40})
  void recordsAreAsLongAsTheySay(long size) {
    for (long offset : new long[] {0, 0xFFFFFFFEL, 0xFFFFFFFFL, 1L << 40}) {
      Member member = new Member(name("ü.txt"), size, SECOND, offset);
      assertEquals(member.headerLength(), ZipRecords.localHeader(member).length);
      assertEquals(member.entryLength(), ZipRecords.entry(member, 7).length);
      if (size > 0) {
        assertEquals(member.descriptorLength(), ZipRecords.descriptor(member, 7).length);
      }
      // The lengths in the records lead a reader to their ends.
      ByteBuffer header = read(ZipRecords.localHeader(member));
      assertEquals(
          header.capacity(), 30 + header.getShort(26) + header.getShort(28), "local header");
      ByteBuffer entry = read(ZipRecords.entry(member, 7));
      assertEquals(entry.capacity(), 46 + entry.getShort(28) + entry.getShort(30), "entry");
      assertEquals(7, entry.getInt(16));
      assertTrue((entry.getShort(8) & 0x800) != 0, "the name is UTF-8");
      assertEquals(size > 0, (entry.getShort(8) & 8) != 0, "a descriptor follows");
      assertEquals(header.getShort(6), entry.getShort(8), "both have the same flags");
    }
  }

  @Test
  void largeNumbersStandInTheirOwnField() {
    Member member = new Member(name("a"), 1L << 33, SECOND, 1L << 34);
    ByteBuffer entry = read(ZipRecords.entry(member, 7));
    assertEquals(-1, entry.getInt(20));
    assertEquals(-1, entry.getInt(24));
    assertEquals(-1, entry.getInt(42));
    int field = 46 + 1 + 9;
    assertEquals(1, entry.getShort(field));
    assertEquals(24, entry.getShort(field + 2));
    assertEquals(1L << 33, entry.getLong(field + 4));
    assertEquals(1L << 33, entry.getLong(field + 12));
    assertEquals(1L << 34, entry.getLong(field + 20));
    assertEquals(45, entry.getShort(6));
    ByteBuffer descriptor = read(ZipRecords.descriptor(member, 7));
    assertEquals(1L << 33, descriptor.getLong(8));
    assertEquals(1L << 33, descriptor.getLong(16));
    Member near = new Member(name("a"), 5, SECOND, 1L << 34);
    ByteBuffer far = read(ZipRecords.entry(near, 7));
    assertEquals(5, far.getInt(20));
    assertEquals(8, far.getShort(field + 2));
    assertEquals(1L << 34, far.getLong(field + 4));
  }

  @ParameterizedTest
  @CsvSource({
    "5, 100, 50, 22",
    "65534, 100, 50, 22",
    "65535, 100, 50, 98",
    "5, 4294967294, 50, 22",
    "5, 4294967295, 50, 98",
    "5, 100, 4294967295, 98",
  })
  void theEndIsLongOnlyWhereItHasTo(long count, long offset, long length, int octets) {
    ByteBuffer end = read(ZipRecords.end(count, offset, length));
    assertEquals(octets, end.capacity());
    if (octets == 98) {
      assertEquals(count, end.getLong(24));
      assertEquals(count, end.getLong(32));
      assertEquals(length, end.getLong(40));
      assertEquals(offset, end.getLong(48));
      assertEquals(offset + length, end.getLong(56 + 8), "where the record of ZIP64 begins");
    }
    assertEquals(0x06054b50, end.getInt(octets - 22));
  }

  @Test
  void membersLieOneBehindTheOther() {
    ZipLayout layout = new ZipLayout();
    long expected = 0;
    for (int i = 0; i < 100; i++) {
      long size = i % 3 == 0 ? 0 : 1L << (i % 40);
      layout.add(name("member-" + i), size, SECOND, i);
      Member member = layout.member(i);
      assertEquals(expected, member.offset());
      assertEquals("member-" + i, new String(member.name(), StandardCharsets.UTF_8));
      assertEquals(i, layout.nano(i));
      expected += member.headerLength() + size + member.descriptorLength();
    }
    assertEquals(expected, layout.directoryOffset());
    assertEquals(layout.endOffset() + layout.end().length, layout.length());
    DirectoryCursor cursor = new DirectoryCursor(layout);
    long entry = layout.directoryOffset();
    for (int i = 0; i < 100; i++) {
      Member member = layout.member(i);
      assertEquals(i, layout.memberAt(member.offset()));
      assertEquals(i, layout.memberAt(member.offset() + member.headerLength() - 1));
      assertEquals(i, cursor.seek(entry));
      assertEquals(i, cursor.seek(entry + member.entryLength() - 1));
      assertEquals(entry, cursor.offset());
      entry += member.entryLength();
    }
    assertEquals(0, cursor.seek(layout.directoryOffset()), "back to the first");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-04T05:06:09Z, 2026, 3, 4, 5, 6, 8",
    "1980-01-01T00:00:00Z, 1980, 1, 1, 0, 0, 0",
    "1979-12-31T23:59:59Z, 1980, 1, 1, 0, 0, 0",
    "1970-01-01T00:00:00Z, 1980, 1, 1, 0, 0, 0",
    "2107-12-31T23:59:58Z, 2107, 12, 31, 23, 59, 58",
    "2262-01-01T00:00:00Z, 2107, 12, 31, 23, 59, 58",
  })
  void timesAreClampedToWhatDosKnew(
      Instant time, int year, int month, int day, int hour, int minute, int second) {
    Member member = new Member(name("a"), 1, time.getEpochSecond(), 0);
    int dos = read(ZipRecords.localHeader(member)).getInt(10);
    assertEquals(year, 1980 + (dos >>> 25));
    assertEquals(month, dos >> 21 & 15);
    assertEquals(day, dos >> 16 & 31);
    assertEquals(hour, dos >> 11 & 31);
    assertEquals(minute, dos >> 5 & 63);
    assertEquals(second, (dos & 31) * 2);
  }
}
