package org.gatehouse.bootstrap.coding;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.gatehouse.application.port.out.ContentCoder;
import org.gatehouse.domain.negotiation.ContentCoding;

/** Makes gzip (RFC 9110 §8.4.1.3, RFC 1952). */
public final class GzipCoder implements ContentCoder {
  /** Octets of header, trailer and the smallest block. */
  private static final int FRAME = 32;

  @Override
  public byte[] encode(ContentCoding coding, byte[] content) {
    if (coding != ContentCoding.GZIP) {
      throw new IllegalArgumentException("not gzip: " + coding.token());
    }
    ByteArrayOutputStream coded = new ByteArrayOutputStream(FRAME + content.length / 2);
    try (GZIPOutputStream gzip = new GZIPOutputStream(coded)) {
      gzip.write(content);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory does not fail", impossible);
    }
    return coded.toByteArray();
  }
}
