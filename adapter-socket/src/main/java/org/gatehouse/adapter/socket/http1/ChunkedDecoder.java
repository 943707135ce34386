package org.gatehouse.adapter.socket.http1;

import java.nio.ByteBuffer;

/**
 * Content in chunks (RFC 9112 §7.1); extensions are ignored and trailer fields discarded.
 *
 * <p>The framing has a budget: each chunk may cost {@value #FREE_OVERHEAD} octets and twice its
 * data, and what goes beyond that adds up to at most {@value #MAX_EXCESS} octets. So a sender of
 * one-octet chunks passes, and one who makes the server read much for little data is cut off.
 */
final class ChunkedDecoder implements ContentDecoder {
  /** The longest extensions of one chunk, in octets; signing clients send about a hundred. */
  static final int MAX_EXTENSION = 1024;

  /** Octets of framing that a chunk may have beside twice its data. */
  static final int FREE_OVERHEAD = 16;

  /** How much framing all chunks together may have beyond what each may have. */
  static final int MAX_EXCESS = 16 * 1024;

  /** Sixteen digits may be more than a long holds. */
  static final int MAX_DIGITS = 15;

  private enum Part {
    /** The first digit of a size. */
    SIZE_START,
    SIZE,
    EXTENSION,
    /** The CR after size and extensions was read. */
    SIZE_END,
    DATA,
    /** All data of the chunk was read: CR must follow. */
    DATA_CR,
    DATA_LF,
    TRAILER,
    COMPLETE
  }

  private final long maxContent;
  private final FieldSectionReader trailer;
  private final ChunkExtension extension = new ChunkExtension();

  private Part part = Part.SIZE_START;
  private long size;
  private int digits;
  private int extensionOctets;
  private long content;
  private long excess;
  private Violation violation;

  ChunkedDecoder(WireLimits limits) {
    maxContent = limits.maxContent();
    trailer = FieldSectionReader.ofTrailers(limits);
  }

  @Override
  public Step decode(ByteBuffer input, ByteBuffer output) {
    while (violation == null && part != Part.COMPLETE && input.hasRemaining()) {
      if (part == Part.DATA) {
        if (!output.hasRemaining()) {
          return Step.MORE;
        }
        data(input, output);
      } else if (part == Part.TRAILER) {
        trailer(input);
      } else {
        overhead(input.get());
      }
    }
    if (violation != null) {
      return Step.REJECTED;
    }
    return part == Part.COMPLETE ? Step.END : Step.MORE;
  }

  private void data(ByteBuffer input, ByteBuffer output) {
    size -= LengthDecoder.move(input, output, size);
    if (size == 0) {
      part = Part.DATA_CR;
    }
  }

  private void trailer(ByteBuffer input) {
    int before = trailer.length();
    FieldSectionReader.Found found = trailer.next(input, input.position() - before);
    input.position(input.position() + trailer.length() - before);
    if (found == FieldSectionReader.Found.END) {
      part = Part.COMPLETE;
    }
    violation = trailer.violation();
  }

  private void overhead(byte octet) {
    if (++excess > MAX_EXCESS) {
      violation = Violation.CHUNK_OVERHEAD;
      return;
    }
    switch (part) {
      case SIZE_START, SIZE -> size(octet);
      case EXTENSION -> extension(octet);
      case SIZE_END -> sizeEnd(octet);
      case DATA_CR -> expect(octet, Octets.CR, Part.DATA_LF);
      default -> expect(octet, Octets.LF, Part.SIZE_START);
    }
  }

  private void size(byte octet) {
    int digit = Octets.hex(octet);
    if (digit < 0) {
      afterSize(octet);
      return;
    }
    part = Part.SIZE;
    digits += digits > 0 || digit > 0 ? 1 : 0;
    if (digits > MAX_DIGITS) {
      violation = Violation.CHUNK_SIZE_TOO_LARGE;
    } else {
      size = 16 * size + digit;
    }
  }

  private void afterSize(byte octet) {
    if (octet == Octets.LF) {
      violation = Violation.BARE_LF;
    } else if (part == Part.SIZE_START) {
      violation = Violation.CHUNK_SIZE_MALFORMED;
    } else if (size > maxContent - content) {
      violation = Violation.CONTENT_TOO_LARGE;
    } else if (octet == Octets.CR) {
      part = Part.SIZE_END;
    } else if (octet == ';' || Octets.isWhitespace(octet)) {
      part = Part.EXTENSION;
      extension(octet);
    } else {
      violation = Violation.CHUNK_SIZE_MALFORMED;
    }
  }

  private void extension(byte octet) {
    if (octet == Octets.CR && extension.mayEnd()) {
      part = Part.SIZE_END;
    } else if (++extensionOctets > MAX_EXTENSION) {
      violation = Violation.CHUNK_EXTENSION_TOO_LONG;
    } else if (octet == Octets.LF) {
      violation = Violation.BARE_LF;
    } else if (!extension.accept(octet)) {
      violation = Violation.CHUNK_EXTENSION_MALFORMED;
    }
  }

  private void sizeEnd(byte octet) {
    if (octet != Octets.LF) {
      violation = Violation.BARE_CR;
      return;
    }
    excess = Math.max(0, excess - FREE_OVERHEAD - 2 * size);
    content += size;
    part = size == 0 ? Part.TRAILER : Part.DATA;
    digits = 0;
    extensionOctets = 0;
    extension.reset();
  }

  private void expect(byte octet, byte expected, Part next) {
    if (octet == expected) {
      part = next;
    } else {
      violation = Violation.CHUNK_DATA_UNTERMINATED;
    }
  }

  @Override
  public Violation violation() {
    if (violation == null) {
      throw new IllegalStateException("no rule was broken");
    }
    return violation;
  }
}
