package org.gatehouse.domain.negotiation;

import java.util.List;
import java.util.Optional;

/**
 * The content codings in which a representation may be kept (RFC 9110 §8.4.1), best first: where a
 * client likes several alike, the earlier is sent.
 */
public enum ContentCoding {
  BROTLI("br", "br"),
  ZSTANDARD("zstd", "zst"),
  GZIP("gzip", "gz"),
  IDENTITY("identity", "");

  private static final List<ContentCoding> ALL = List.of(values());

  private final String token;
  private final String suffix;

  ContentCoding(String token, String suffix) {
    this.token = token;
    this.suffix = suffix;
  }

  /** The name on the wire. */
  public String token() {
    return token;
  }

  /** The extension of a sidecar, {@code name.gz}; empty for the identity. */
  public String suffix() {
    return suffix;
  }

  /** The coding with this name in lower case; {@code x-gzip} is gzip (RFC 9110 §8.4.1.3). */
  public static Optional<ContentCoding> of(String token) {
    for (ContentCoding coding : ALL) {
      if (coding.token.equals(token)) {
        return Optional.of(coding);
      }
    }
    return token.equals("x-gzip") ? Optional.of(GZIP) : Optional.empty();
  }
}
