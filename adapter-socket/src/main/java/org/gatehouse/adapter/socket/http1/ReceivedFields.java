package org.gatehouse.adapter.socket.http1;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import org.gatehouse.domain.field.Fields;

/**
 * The field lines of a received head, kept as the octets they came in (RFC 9112 §5).
 *
 * <p>A lookup compares octets; a string is made of a name or value only when someone asks for it.
 * Values are decoded as ISO-8859-1, so that no octet is lost (RFC 9110 §5.5). It has no text form
 * of its own: credentials do not belong in a log.
 */
final class ReceivedFields implements Fields {
  private final byte[] section;
  private final ByteBuffer words;
  private final int[] offsets;

  /** A bit for each kind of name there is: most names that are looked for are of no such kind. */
  private final long kinds;

  /** Takes over both arrays; see {@link FieldIndex} for the offsets. */
  ReceivedFields(byte[] section, int[] offsets) {
    this.section = section;
    this.words = ByteBuffer.wrap(section);
    this.offsets = offsets;
    long present = 0;
    for (int slot = 0; slot < offsets.length; slot += FieldIndex.STRIDE) {
      present |= kind(offsets[slot + 1] - offsets[slot], section[offsets[slot]]);
    }
    this.kinds = present;
  }

  /** Tells names apart by their length and first letter, in any case: one bit of 64. */
  private static long kind(int length, int first) {
    return 1L << 31 * length + (first | 0x20);
  }

  /** The length of the section with the empty line at its end, in octets. */
  int sectionLength() {
    return section.length + Octets.END_OF_LINE;
  }

  /**
   * Whether the section that begins at an index has these very octets. How long that takes does not
   * depend on how far they agree, as they may be somebody else's credentials.
   */
  boolean isSectionAt(ByteBuffer input, int base) {
    int end = base + section.length;
    if (input.limit() - end < Octets.END_OF_LINE) {
      return false;
    }
    return difference(input, base) == 0
        && input.get(end) == Octets.CR
        && input.get(end + 1) == Octets.LF;
  }

  /** Zero if the section's octets stand there; eight are compared at a time. */
  private long difference(ByteBuffer input, int base) {
    long difference = 0;
    int i = 0;
    for (; i <= section.length - Long.BYTES; i += Long.BYTES) {
      difference |= input.getLong(base + i) ^ words.getLong(i);
    }
    for (; i < section.length; i++) {
      difference |= input.get(base + i) ^ section[i];
    }
    return difference;
  }

  @Override
  public int size() {
    return offsets.length / FieldIndex.STRIDE;
  }

  @Override
  public String name(int index) {
    int slot = slot(index);
    return text(offsets[slot], offsets[slot + 1]);
  }

  @Override
  public String value(int index) {
    int slot = slot(index);
    return text(offsets[slot + 2], offsets[slot + 3]);
  }

  @Override
  public boolean hasValue(int index, String text) {
    int slot = slot(index);
    int from = offsets[slot + 2];
    boolean same = offsets[slot + 3] - from == text.length();
    for (int i = 0; same && i < text.length(); i++) {
      same = (section[from + i] & 0xff) == text.charAt(i);
    }
    return same;
  }

  private int slot(int index) {
    if (index < 0 || index >= size()) {
      throw new IndexOutOfBoundsException(index);
    }
    return FieldIndex.STRIDE * index;
  }

  private String text(int from, int to) {
    return new String(section, from, to - from, ISO_8859_1);
  }

  @Override
  public int indexOf(String name, int from) {
    int length = name.length();
    if (length == 0 || (kinds & kind(length, name.charAt(0))) == 0) {
      return -1;
    }
    for (int slot = FieldIndex.STRIDE * from; slot < offsets.length; slot += FieldIndex.STRIDE) {
      int start = offsets[slot];
      if (offsets[slot + 1] - start == length && isNamed(name, start)) {
        return slot / FieldIndex.STRIDE;
      }
    }
    return -1;
  }

  private boolean isNamed(String name, int start) {
    for (int i = 0; i < name.length(); i++) {
      if (!Octets.equalsIgnoreCase(section[start + i], name.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
