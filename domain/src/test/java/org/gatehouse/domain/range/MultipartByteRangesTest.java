package org.gatehouse.domain.range;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gatehouse.domain.media.MediaType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartByteRangesTest {

  @Test
  void partsOnTheWire() {
    MultipartByteRanges body = new MultipartByteRanges("SEP", MediaType.TEXT, 1000);
    List<ByteRange> ranges = List.of(new ByteRange(0, 2), new ByteRange(10, 11));
    String wire =
        text(body.partHead(ranges.get(0), true))
            + "abc"
            + text(body.partHead(ranges.get(1), false))
            + "kl"
            + text(body.end());
    assertEquals(
        """
        --SEP\r
        Content-Type: text/plain; charset=utf-8\r
        Content-Range: bytes 0-2/1000\r
        \r
        abc\r
        --SEP\r
        Content-Type: text/plain; charset=utf-8\r
        Content-Range: bytes 10-11/1000\r
        \r
        kl\r
        --SEP--\r
        """,
        wire);
    assertEquals(wire.length(), body.length(ranges));
    assertEquals("multipart/byteranges; boundary=SEP", body.contentType());
  }

  private static String text(byte[] octets) {
    return new String(octets, StandardCharsets.ISO_8859_1);
  }

  @Test
  void theLengthMayBeLargerThanAnInt() {
    MultipartByteRanges body = new MultipartByteRanges("SEP", MediaType.TEXT, 10L << 30);
    List<ByteRange> ranges =
        List.of(new ByteRange(0, (5L << 30) - 1), new ByteRange(6L << 30, 6L << 30));
    long around = body.length(List.of(new ByteRange(0, 0), ranges.get(1))) - 2;
    int digits = "5368709119".length() - "0".length();
    assertEquals(around + digits + (5L << 30) + 1, body.length(ranges));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\r\n", "a\"", "a;b", "a/b", "é"})
  void refusesBoundariesThatNeedQuotesOrMore(String boundary) {
    assertThrows(
        IllegalArgumentException.class, () -> new MultipartByteRanges(boundary, MediaType.TEXT, 1));
  }

  @Test
  void refusesWhatDoesNotFit() {
    new MultipartByteRanges("x".repeat(70), MediaType.TEXT, 0);
    assertThrows(
        IllegalArgumentException.class,
        () -> new MultipartByteRanges("x".repeat(71), MediaType.TEXT, 0));
    assertThrows(
        IllegalArgumentException.class, () -> new MultipartByteRanges("x", MediaType.TEXT, -1));
  }
}
