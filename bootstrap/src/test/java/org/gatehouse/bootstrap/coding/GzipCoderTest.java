package org.gatehouse.bootstrap.coding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.gatehouse.domain.negotiation.ContentCoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipCoderTest {
  private final GzipCoder coder = new GzipCoder();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 1000, 1 << 20})
  void makesGzipOfAnyContent(int size) throws IOException {
    byte[] content = new byte[size];
    new Random(size).nextBytes(content);
    byte[] coded = coder.encode(ContentCoding.GZIP, content);
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(coded))) {
      assertArrayEquals(content, gzip.readAllBytes());
    }
  }

  @Test
  void makesNothingElse() {
    assertThrows(
        IllegalArgumentException.class, () -> coder.encode(ContentCoding.BROTLI, new byte[1]));
  }
}
