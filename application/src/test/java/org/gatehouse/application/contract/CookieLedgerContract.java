package org.gatehouse.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gatehouse.application.port.out.CookieLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link CookieLedger} keeps. */
public abstract class CookieLedgerContract {
  private CookieLedger ledger;

  /** An empty ledger. The test closes it. */
  protected abstract CookieLedger open();

  /** What the ledger that was opened last keeps durably at this moment, in order. */
  protected abstract List<String> kept();

  @BeforeEach
  void openLedger() {
    ledger = open();
  }

  @AfterEach
  void closeLedger() {
    ledger.close();
  }

  @Test
  void anEmptyLedgerKeepsNothing() {
    ledger.flush();
    assertEquals(List.of(), kept());
  }

  @Test
  void idsAreKeptInOrderOnceFlushed() {
    ledger.record("0b9f2a4e-7d2c-4f5e-9a51-0e1f2d3c4b5a");
    ledger.record("!~");
    ledger.record("!~");
    ledger.flush();
    assertEquals(List.of("0b9f2a4e-7d2c-4f5e-9a51-0e1f2d3c4b5a", "!~", "!~"), kept());
  }

  @Test
  void closingKeepsWhatWasRecorded() {
    ledger.record("a");
    ledger.close();
    assertEquals(List.of("a"), kept());
  }

  @Test
  void closingTwiceIsClosingOnceAndWhatComesLaterIsIgnored() {
    ledger.record("a");
    ledger.close();
    ledger.close();
    ledger.record("late");
    ledger.flush();
    assertEquals(List.of("a"), kept());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "a b", "a\n", "a\nb", "a\r", "\t", "a\u0000", "\u007f", "ü", "😀"})
  void anyOtherTextIsRefused(String text) {
    ledger.record("before");
    assertThrows(IllegalArgumentException.class, () -> ledger.record(text));
    ledger.record("after");
    ledger.flush();
    assertEquals(List.of("before", "after"), kept());
  }

  @Test
  void threadsNeverMergeTearOrLoseIds() throws Exception {
    int writers = 8;
    int each = 1_000;
    List<String> expected = Collections.synchronizedList(new ArrayList<>());
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    List<Future<?>> ends = new ArrayList<>();
    for (int w = 0; w < writers; w++) {
      String prefix = "w" + w + "-";
      ends.add(
          threads.submit(
              () -> {
                for (int i = 0; i < each; i++) {
                  ledger.record(prefix + i);
                  expected.add(prefix + i);
                }
              }));
    }
    for (Future<?> end : ends) {
      end.get();
    }
    threads.shutdown();
    ledger.flush();
    List<String> found = new ArrayList<>(kept());
    for (int w = 0; w < writers; w++) {
      String prefix = "w" + w + "-";
      assertEquals(
          expected.stream().filter(id -> id.startsWith(prefix)).toList(),
          found.stream().filter(id -> id.startsWith(prefix)).toList());
    }
    assertEquals(writers * each, found.size());
  }
}
