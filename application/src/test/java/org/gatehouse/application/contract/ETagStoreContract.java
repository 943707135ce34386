package org.gatehouse.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gatehouse.application.port.out.ETagStore;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.target.ResourcePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ETagStore} keeps, even one that remembers no more than {@value #FEW} paths. */
public abstract class ETagStoreContract {
  /** How many paths every store must be able to remember. */
  protected static final int FEW = 8;

  private static final Instant MONDAY = Instant.parse("2026-03-30T10:02:22.000000001Z");
  private static final Instant TUESDAY = MONDAY.plusSeconds(86_400);
  private static final ResourcePath PAGE = ResourcePath.of("docs", "page.html");

  private ETagStore store;

  /** An empty store. The test closes it. */
  protected abstract ETagStore open();

  @BeforeEach
  void openStore() {
    store = open();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  void anEmptyStoreKnowsNothing() {
    assertEquals(Optional.empty(), store.lastKnown(PAGE));
    assertEquals(0, store.size());
    store.flush();
  }

  @Test
  void aTimeIsKnownAtOnceToTheNanosecond() {
    record(PAGE, MONDAY);
    assertEquals(Optional.of(MONDAY), store.lastKnown(PAGE));
    assertEquals(1, store.size());
  }

  @Test
  void theLatestTimeCountsWhateverTheOrder() {
    record(PAGE, TUESDAY);
    record(PAGE, MONDAY);
    assertEquals(Optional.of(TUESDAY), store.lastKnown(PAGE));
    record(PAGE, TUESDAY.plusNanos(1));
    assertEquals(Optional.of(TUESDAY.plusNanos(1)), store.lastKnown(PAGE));
    assertEquals(1, store.size());
  }

  @Test
  void aKnownTagChangesNothing() {
    record(PAGE, MONDAY);
    record(PAGE, MONDAY);
    assertEquals(Optional.of(MONDAY), store.lastKnown(PAGE));
    assertEquals(1, store.size());
  }

  @Test
  void variantsOfOneStateShareItsTime() {
    EntityTag plain = EntityTag.of(MONDAY, 5);
    store.record(PAGE, plain, MONDAY);
    store.record(PAGE, plain.variant("gzip"), MONDAY);
    assertEquals(Optional.of(MONDAY), store.lastKnown(PAGE));
    assertEquals(1, store.size());
  }

  @Test
  void pathsAreKeptApart() {
    List<ResourcePath> paths =
        List.of(
            ResourcePath.ROOT,
            ResourcePath.of("a"),
            ResourcePath.of("A"),
            ResourcePath.of("a").asFolder(),
            ResourcePath.of("a", "b"),
            ResourcePath.of("a,\"b\" ü€😀"));
    for (int i = 0; i < paths.size(); i++) {
      record(paths.get(i), MONDAY.plusSeconds(i));
    }
    for (int i = 0; i < paths.size(); i++) {
      assertEquals(Optional.of(MONDAY.plusSeconds(i)), store.lastKnown(paths.get(i)));
    }
    assertEquals(paths.size(), store.size());
    assertEquals(Optional.empty(), store.lastKnown(ResourcePath.of("b")));
  }

  @Test
  void whatItCannotRememberItCoversWithALaterTime() {
    for (int i = 0; i < 1_000; i++) {
      record(ResourcePath.of("n" + i), MONDAY.plusSeconds((i * 7919L) % 1_000));
    }
    store.flush();
    for (int i = 0; i < 1_000; i++) {
      Instant known = store.lastKnown(ResourcePath.of("n" + i)).orElseThrow();
      assertFalse(known.isBefore(MONDAY.plusSeconds((i * 7919L) % 1_000)), "n" + i);
    }
    assertTrue(store.size() <= 1_000);
  }

  @Test
  void threadsDoNotDisturbEachOther() throws Exception {
    int writers = 4;
    int rounds = 200;
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    List<Future<?>> ends = new ArrayList<>();
    for (int w = 0; w < writers; w++) {
      ResourcePath own = ResourcePath.of("w" + w);
      int offset = w;
      ends.add(
          threads.submit(
              () -> {
                for (int i = 0; i < rounds; i++) {
                  record(own, MONDAY.plusSeconds(i));
                  record(PAGE, MONDAY.plusSeconds(i * writers + offset));
                  assertEquals(Optional.of(MONDAY.plusSeconds(i)), store.lastKnown(own));
                }
              }));
    }
    for (Future<?> end : ends) {
      end.get();
    }
    threads.shutdown();
    assertEquals(Optional.of(MONDAY.plusSeconds(rounds * writers - 1)), store.lastKnown(PAGE));
    assertEquals(writers + 1, store.size());
  }

  @Test
  void closingTwiceIsClosingOnceAndWhatComesLaterIsIgnored() {
    record(PAGE, MONDAY);
    store.close();
    store.close();
    record(ResourcePath.of("late"), MONDAY);
    store.flush();
    assertEquals(Optional.of(MONDAY), store.lastKnown(PAGE));
  }

  @Test
  void nothingMayBeMissing() {
    EntityTag tag = EntityTag.of(MONDAY, 1);
    assertThrows(NullPointerException.class, () -> store.record(null, tag, MONDAY));
    assertThrows(NullPointerException.class, () -> store.record(PAGE, null, MONDAY));
    assertThrows(NullPointerException.class, () -> store.record(PAGE, tag, null));
    assertEquals(0, store.size());
  }

  private void record(ResourcePath path, Instant modified) {
    store.record(path, EntityTag.of(modified, 5), modified);
  }
}
