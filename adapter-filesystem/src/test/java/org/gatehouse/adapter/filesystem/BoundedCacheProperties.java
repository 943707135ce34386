package org.gatehouse.adapter.filesystem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BoundedCacheProperties {
  private static final int MOST_ENTRIES = 6;
  private static final int MOST_OCTETS = 100;

  private record Step(char action, int key, int weight) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.of('p', 'p', 'g', 'r', 'w'),
            Arbitraries.integers().between(0, 9),
            Arbitraries.integers().between(0, 120))
        .as(Step::new)
        .list()
        .ofMaxSize(60);
  }

  @Property(tries = 300)
  void whatIsKeptIsWhatWasPutLastAndNeverTooMuch(@ForAll("steps") List<Step> steps) {
    BoundedCache<Integer, Object> cache = new BoundedCache<>(MOST_ENTRIES, MOST_OCTETS);
    Map<Integer, Object> last = new HashMap<>();
    Map<Integer, Integer> weights = new HashMap<>();
    for (Step step : steps) {
      switch (step.action()) {
        case 'p' -> {
          Object value = new Object();
          last.put(step.key(), value);
          weights.put(step.key(), step.weight());
          cache.put(step.key(), value, step.weight());
        }
        case 'r' -> {
          last.remove(step.key());
          cache.remove(step.key());
        }
        case 'w' -> {
          if (cache.get(step.key()) != null) {
            weights.merge(step.key(), step.weight(), Integer::sum);
          }
          cache.grow(step.key(), last.get(step.key()), step.weight());
          cache.grow(step.key(), new Object(), 1_000);
        }
        default -> cache.get(step.key());
      }
      check(cache, last, weights);
    }
  }

  private static void check(
      BoundedCache<Integer, Object> cache,
      Map<Integer, Object> last,
      Map<Integer, Integer> weights) {
    long octets = 0;
    int entries = 0;
    for (int key = 0; key < 10; key++) {
      Object value = cache.get(key);
      if (value != null) {
        assertEquals(last.get(key), value);
        octets += weights.get(key);
        entries++;
      }
    }
    assertEquals(octets, cache.octets());
    assertEquals(entries, cache.size());
    assertTrue(octets <= MOST_OCTETS && entries <= MOST_ENTRIES);
  }

  @Example
  void whatIsUsedStaysWhileOthersPass() {
    BoundedCache<Integer, String> cache = new BoundedCache<>(4, 1_000);
    cache.put(0, "popular", 1);
    for (int key = 1; key < 100; key++) {
      assertEquals("popular", cache.get(0));
      cache.put(key, "passing", 1);
    }
    assertEquals("popular", cache.get(0));
    assertEquals(4, cache.size());
  }

  @Example
  void whatIsHeavierThanEverythingMayBeIsNotKeptAndDisplacesNothing() {
    BoundedCache<Integer, String> cache = new BoundedCache<>(4, 10);
    cache.put(1, "light", 5);
    cache.put(2, "heavy", 11);
    assertNull(cache.get(2));
    assertEquals("light", cache.get(1));
    cache.put(1, "grown", 11);
    assertNull(cache.get(1), "and what it should replace is gone");
  }
}
