package org.gatehouse.application.method;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Finds the delimiter of a form in octets that come in pieces: a line end, two dashes and the
 * boundary (RFC 2046 §5.1.1). What stands before it is content and passed on in the call that
 * brought it, but for the few octets that may begin a delimiter.
 */
final class DelimiterSearch {
  private static final int LINE_END = 2;

  private final byte[] delimiter;

  /** How many of the latest octets are the beginning of the delimiter. */
  private int matched;

  /** How many of the matched octets stand before the content and are no part of it. */
  private int borrowed;

  DelimiterSearch(String boundary) {
    this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.US_ASCII);
    begin();
  }

  /**
   * Begins anew, at the beginning of a line: the line end before a delimiter belongs to it, even if
   * it is the one that ended the head of a part.
   */
  void begin() {
    matched = LINE_END;
    borrowed = LINE_END;
  }

  /**
   * Takes octets, up to the end of the delimiter or all of them. The delimiter's first octet, CR,
   * does not stand in it again, so after a mismatch only the latest octet can begin another.
   *
   * @param content takes what surely is content; only valid during the call
   * @return whether the delimiter was found
   */
  boolean find(ByteBuffer octets, Consumer<ByteBuffer> content) {
    int start = octets.position();
    int held = matched;
    while (matched < delimiter.length && octets.hasRemaining()) {
      byte octet = octets.get();
      if (octet == delimiter[matched]) {
        matched++;
      } else {
        matched = octet == delimiter[0] ? 1 : 0;
      }
    }
    int certain = held + octets.position() - start - matched;
    if (certain > 0) {
      pass(octets, start, Math.min(certain, held), Math.max(certain - held, 0), content);
    }
    return matched == delimiter.length;
  }

  /** Passes on what was held back before, and what this piece brought. */
  private void pass(
      ByteBuffer octets, int start, int before, int here, Consumer<ByteBuffer> content) {
    if (before > borrowed) {
      // What was held back matched the delimiter, so it need not have been kept.
      ByteBuffer matching = ByteBuffer.wrap(delimiter).slice(borrowed, before - borrowed);
      content.accept(matching.asReadOnlyBuffer());
    }
    borrowed = 0;
    if (here > 0) {
      content.accept(octets.slice(start, here));
    }
  }
}
