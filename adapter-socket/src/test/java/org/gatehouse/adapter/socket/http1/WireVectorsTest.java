package org.gatehouse.adapter.socket.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gatehouse.adapter.socket.vectors.WireVector;
import org.gatehouse.adapter.socket.vectors.WireVectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vector files, read by the parser in every way in which their octets may arrive. */
class WireVectorsTest {
  /** Those of the built jar. */
  private static final WireLimits LIMITS = new WireLimits(8000, 32 << 10, 100, 64L << 20);

  /** Longer vectors are split at some octets only. */
  private static final int SHORT = 400;

  static List<WireVector> vectors() {
    return WireVectors.all();
  }

  private static void check(WireVector vector, WireReading reading) {
    int ended = vector.ends().size();
    if (vector.refusedAfter() >= 0) {
      assertEquals(vector.violation(), reading.violation());
      assertEquals(vector.ends(), reading.ends());
    } else {
      assertTrue(reading.ends().size() >= ended, () -> reading.ends() + reading.violation());
      assertEquals(vector.ends(), reading.ends().subList(0, ended));
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void wholeWithWhatFollows(WireVector vector) {
    byte[] octets = vector.octetsAndCanary();
    WireReading reading = WireReading.of(LIMITS, octets, octets.length);
    check(vector, reading);
    int length = vector.octets().length;
    boolean marked = vector.ends().contains(length) && vector.refusedAfter() < 0;
    if (marked && octets.length > length) {
      assertEquals("", reading.violation());
      assertEquals(octets.length, reading.ends().get(vector.ends().size()));
    } else if (octets.length == length) {
      assertEquals("", reading.violation());
      assertEquals(vector.ends(), reading.ends());
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void splitAtEveryOctet(WireVector vector) {
    byte[] octets = vector.octetsAndCanary();
    int step = octets.length > SHORT ? octets.length / 50 : 1;
    for (int split = 0; split <= octets.length; split += step) {
      check(vector, WireReading.of(LIMITS, octets, split, octets.length));
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void octetByOctet(WireVector vector) {
    byte[] octets = vector.octetsAndCanary();
    int[] arrivals = IntStream.rangeClosed(0, octets.length).toArray();
    check(vector, WireReading.of(LIMITS, octets, arrivals));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void isRefusedAtTheFirstWrongOctet(WireVector vector) {
    int enough = vector.refusedAfter();
    if (enough >= 0) {
      byte[] octets = Arrays.copyOf(vector.octets(), enough);
      assertEquals(vector.violation(), WireReading.of(LIMITS, octets, enough).violation());
      assertEquals("", WireReading.of(LIMITS, octets, enough - 1).violation());
    }
  }

  @Test
  void thereAreManyAndEachIsOneOfItsKind() {
    List<WireVector> vectors = vectors();
    assertTrue(vectors.size() > 500, () -> "only " + vectors.size());
    assertEquals(vectors.size(), vectors.stream().map(WireVector::toString).distinct().count());
    assertEquals(
        vectors.size(),
        vectors.stream()
            .map(vector -> vector.ending() + Arrays.toString(vector.octets()))
            .collect(Collectors.toSet())
            .size());
  }
}
