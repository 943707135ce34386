package org.gatehouse.application.port.out;

import org.gatehouse.domain.negotiation.ContentCoding;

/**
 * Codes content that is in memory (RFC 9110 §8.4.1). Safe for use by several threads; never waits,
 * but takes time in proportion to the content.
 */
@FunctionalInterface
public interface ContentCoder {

  /**
   * The content, coded.
   *
   * @throws IllegalArgumentException for a coding that is not {@link ContentCoding#GZIP}
   */
  byte[] encode(ContentCoding coding, byte[] content);
}
