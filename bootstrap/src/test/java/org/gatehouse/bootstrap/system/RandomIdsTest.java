package org.gatehouse.bootstrap.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomIdsTest {
  private static final int MANY = 10_000;

  private final RandomIds ids = new RandomIds();

  private static void assertDistinct(Supplier<String> source) {
    Set<String> seen = ConcurrentHashMap.newKeySet();
    IntStream.range(0, MANY).parallel().forEach(i -> seen.add(source.get()));
    assertEquals(MANY, seen.size());
  }

  @Test
  void noneRepeatsAlsoNotBetweenThreads() {
    assertDistinct(ids::requestId);
    assertDistinct(ids::visitorId);
    assertDistinct(ids::token);
  }

  @Test
  void requestIdsAreShortAndCount() {
    String first = ids.requestId();
    assertTrue(first.matches("[0-9a-z]{8}-1"), first);
    String start = first.substring(0, 9);
    for (int i = 2; i < 3000; i++) {
      assertEquals(start + Long.toString(i, Character.MAX_RADIX), ids.requestId());
    }
    assertNotEquals(first, new RandomIds().requestId());
  }

  @Test
  void visitorIdsAreRandomUuids() {
    // Over all draws of a buffer, so that its refill is seen as well.
    for (int i = 0; i < 1000; i++) {
      UUID id = UUID.fromString(ids.visitorId());
      assertEquals(4, id.version());
      assertEquals(2, id.variant());
    }
  }

  @Test
  void everyBitOfAVisitorIdButSixIsDrawn() {
    long highOnes = 0;
    long highZeros = 0;
    long lowOnes = 0;
    long lowZeros = 0;
    for (int i = 0; i < 1000; i++) {
      UUID id = UUID.fromString(ids.visitorId());
      highOnes |= id.getMostSignificantBits();
      highZeros |= ~id.getMostSignificantBits();
      lowOnes |= id.getLeastSignificantBits();
      lowZeros |= ~id.getLeastSignificantBits();
    }
    assertEquals(60, Long.bitCount(highOnes & highZeros));
    assertEquals(62, Long.bitCount(lowOnes & lowZeros));
  }

  @Test
  void tokensAreLettersAndDigits() {
    assertTrue(ids.token().matches("[0-9a-z]{26}"));
  }
}
