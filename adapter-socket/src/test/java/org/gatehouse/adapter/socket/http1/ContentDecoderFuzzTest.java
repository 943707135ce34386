package org.gatehouse.adapter.socket.http1;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatehouse.domain.message.ContentFraming;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any octets are chunked content, the beginning of it or a violation, the same at once and octet by
 * octet, and never more comes out than the limit allows.
 */
class ContentDecoderFuzzTest {
  private static final WireLimits LIMITS = ContentVectors.LIMITS;

  static Stream<byte[]> seeds() {
    return ContentVectors.rows().stream()
        .filter(row -> row.framing().equals("chunked"))
        .map(ContentVectors.Row::octets);
  }

  @MethodSource("seeds")
  @FuzzTest
  void whereOctetsAreSplitMeansNothing(byte[] octets) {
    ContentReading whole =
        ContentReading.of(ContentFraming.CHUNKED, LIMITS, List.of(octets), octets.length + 1);
    int[] everywhere = IntStream.range(0, octets.length).toArray();
    ContentReading single =
        ContentReading.of(ContentFraming.CHUNKED, LIMITS, Generated.pieces(octets, everywhere), 3);
    assertEquals(whole.outcome(), single.outcome());
    assertArrayEquals(whole.content(), single.content());
    assertEquals(whole.consumed(), single.consumed());
    assertTrue(whole.consumed() <= octets.length);
    assertTrue(whole.content().length <= LIMITS.maxContent());
  }
}
