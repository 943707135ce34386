package org.gatehouse.adapter.socket.http1;

import java.nio.ByteBuffer;

/**
 * Reads field lines up to and with the empty line after them, octet by octet (RFC 9112 §5).
 *
 * <p>Header and trailer section share it. It keeps no octets, only the offsets of the line it is
 * in, counted from the first octet of the section; so a section may also be read from pieces that
 * are gone when the next one comes.
 */
final class FieldSectionReader {
  /** What a call of {@link #next} came upon. */
  enum Found {
    /** All that was received has been read. */
    NOTHING,
    /** A field line is complete. */
    LINE,
    /** The section is complete. */
    END,
    /** A rule was broken: see {@link #violation()}. */
    BROKEN
  }

  private enum Part {
    LINE_START,
    NAME,
    VALUE,
    /** The CR after a value was read. */
    LINE_END,
    /** The CR of the empty line was read. */
    SECTION_END
  }

  private final int maxOctets;
  private final int maxLines;
  private final Violation tooLarge;
  private final Violation tooMany;

  private Part part;
  private int at;
  private int lines;
  private int lineStart;
  private int colon;
  private Violation violation;

  private FieldSectionReader(int maxOctets, int maxLines, Violation tooLarge, Violation tooMany) {
    this.maxOctets = maxOctets;
    this.maxLines = maxLines;
    this.tooLarge = tooLarge;
    this.tooMany = tooMany;
    reset();
  }

  static FieldSectionReader ofHeaders(WireLimits limits) {
    return new FieldSectionReader(
        limits.maxFieldSection(),
        limits.maxFields(),
        Violation.FIELD_SECTION_TOO_LARGE,
        Violation.TOO_MANY_FIELDS);
  }

  static FieldSectionReader ofTrailers(WireLimits limits) {
    return new FieldSectionReader(
        limits.maxFieldSection(),
        limits.maxFields(),
        Violation.TRAILER_TOO_LARGE,
        Violation.TRAILER_TOO_LARGE);
  }

  void reset() {
    part = Part.LINE_START;
    at = 0;
    lines = 0;
    lineStart = 0;
    colon = 0;
    violation = null;
  }

  /** Takes a whole section for read. */
  void skip(int octets) {
    at = octets;
  }

  /**
   * Reads on to the end of the next line, or as far as the octets reach.
   *
   * @param input where the octets are; those from {@link #length()} on are looked at
   * @param base the index in {@code input} that the section's first octet has, or would have if its
   *     octets were still there
   */
  Found next(ByteBuffer input, int base) {
    int received = input.limit() - base;
    while (at < received) {
      // The verdict at the limit must not depend on how much more has already arrived.
      int end = Math.min(received, maxOctets);
      Found found =
          switch (part) {
            case LINE_START -> lineStart(input, base, end);
            case NAME -> name(input, base, end);
            case VALUE -> value(input, base, end);
            case LINE_END -> lineEnd(input, base, end);
            case SECTION_END -> sectionEnd(input.get(base + at));
          };
      if (found != Found.NOTHING) {
        return found;
      }
    }
    return Found.NOTHING;
  }

  private Found lineStart(ByteBuffer input, int base, int end) {
    byte octet = input.get(base + at);
    if (octet == Octets.CR) {
      return advance(Part.SECTION_END);
    }
    if (Octets.isWhitespace(octet)) {
      return broken(lines == 0 ? Violation.LEADING_WHITESPACE : Violation.OBS_FOLD);
    }
    if (octet == ':') {
      return broken(Violation.EMPTY_FIELD_NAME);
    }
    if (lines == maxLines) {
      return broken(tooMany);
    }
    lineStart = at;
    part = Part.NAME;
    return name(input, base, end);
  }

  private Found name(ByteBuffer input, int base, int end) {
    int i = at;
    while (i < end && Octets.is(input.get(base + i), Octets.TCHAR)) {
      i++;
    }
    at = i;
    if (i >= end) {
      return atEnd();
    }
    byte octet = input.get(base + i);
    if (octet == ':') {
      colon = i;
      advance(Part.VALUE);
      return value(input, base, end);
    }
    if (Octets.isWhitespace(octet)) {
      return broken(Violation.WHITESPACE_BEFORE_COLON);
    }
    if (octet == Octets.LF) {
      return broken(Violation.BARE_LF);
    }
    return broken(octet == Octets.CR ? Violation.NO_COLON : Violation.BAD_FIELD_NAME);
  }

  private Found value(ByteBuffer input, int base, int end) {
    int i = at;
    while (i < end && Octets.is(input.get(base + i), Octets.FIELD)) {
      i++;
    }
    at = i;
    if (i >= end) {
      return atEnd();
    }
    byte octet = input.get(base + i);
    if (octet == Octets.CR) {
      advance(Part.LINE_END);
      return lineEnd(input, base, end);
    }
    return broken(octet == Octets.LF ? Violation.BARE_LF : Violation.BAD_FIELD_VALUE);
  }

  private Found lineEnd(ByteBuffer input, int base, int end) {
    if (at >= end) {
      return atEnd();
    }
    if (input.get(base + at) != Octets.LF) {
      return broken(Violation.BARE_CR);
    }
    lines++;
    advance(Part.LINE_START);
    return Found.LINE;
  }

  private Found sectionEnd(byte octet) {
    if (octet != Octets.LF) {
      return broken(Violation.BARE_CR);
    }
    at++;
    return Found.END;
  }

  /** The octets, or the room for them, have run out inside a line. */
  private Found atEnd() {
    return at < maxOctets ? Found.NOTHING : broken(tooLarge);
  }

  private Found advance(Part nextPart) {
    part = nextPart;
    at++;
    return Found.NOTHING;
  }

  private Found broken(Violation rule) {
    violation = rule;
    return Found.BROKEN;
  }

  /** The rule that was broken, or null. */
  Violation violation() {
    return violation;
  }

  /** How many octets of the section have been read. */
  int length() {
    return at;
  }

  /** Where the line that is complete begins. */
  int lineStart() {
    return lineStart;
  }

  /** Where the colon of the line that is complete stands. */
  int colon() {
    return colon;
  }
}
