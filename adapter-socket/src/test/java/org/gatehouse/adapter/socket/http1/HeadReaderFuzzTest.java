package org.gatehouse.adapter.socket.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any octets are a head, the beginning of one or a violation, the same at once and octet by octet,
 * and no more is consumed than was given.
 */
class HeadReaderFuzzTest {
  private static final int MOST = 1000;

  static Stream<byte[]> seeds() {
    return HeadVectors.rows().stream().map(HeadVectors.Row::octets);
  }

  @MethodSource("seeds")
  @FuzzTest
  void whereOctetsAreSplitMeansNothing(byte[] given) {
    byte[] octets = Arrays.copyOf(given, Math.min(given.length, MOST));
    HeadReading whole = HeadReading.of(HeadVectors.LIMITS, octets);
    int[] everywhere = IntStream.range(0, octets.length).toArray();
    assertEquals(whole, HeadReading.of(HeadVectors.LIMITS, octets, everywhere));
    assertEquals(whole, HeadReading.of(HeadVectors.LIMITS, octets, octets.length / 2));
    assertTrue(whole.consumed() <= octets.length);
    assertTrue(whole.progress() == HeadReader.Progress.COMPLETE || whole.consumed() == 0);
  }
}
