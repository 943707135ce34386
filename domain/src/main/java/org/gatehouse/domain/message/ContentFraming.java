package org.gatehouse.domain.message;

/**
 * How a request's content is delimited, as decided once from its head (RFC 9112 §6.3).
 *
 * @param kind which of the three ways
 * @param length octets for {@link Kind#LENGTH}, else 0
 */
public record ContentFraming(Kind kind, long length) {

  /** The three ways in which a request can be framed. */
  public enum Kind {
    /** Neither Content-Length nor Transfer-Encoding: no content. */
    NONE,
    /** A valid Content-Length, 0 included. */
    LENGTH,
    /** {@code Transfer-Encoding: chunked}. */
    CHUNKED
  }

  /** No content was announced. */
  public static final ContentFraming NONE = new ContentFraming(Kind.NONE, 0);

  /** Content in chunks, of a length that only its end will tell. */
  public static final ContentFraming CHUNKED = new ContentFraming(Kind.CHUNKED, 0);

  /**
   * Checks the length.
   *
   * @throws IllegalArgumentException for a negative length, or one beside another kind
   */
  public ContentFraming {
    if (length < 0 || (length > 0 && kind != Kind.LENGTH)) {
      throw new IllegalArgumentException("not a length of this kind");
    }
  }

  /** Content of a known length. */
  public static ContentFraming length(long octets) {
    return new ContentFraming(Kind.LENGTH, octets);
  }

  /** Whether the request says how its content ends, be it empty. */
  public boolean isAnnounced() {
    return kind != Kind.NONE;
  }

  /** Whether octets of content may follow the head. */
  public boolean hasContent() {
    return kind == Kind.CHUNKED || length > 0;
  }
}
