package org.gatehouse.adapter.socket.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Level;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WarningTest {
  private static final long SECOND = 1_000_000_000L;

  private final Said said = new Said(Level.WARN);
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - SECOND / 2);
  private final Warning warning = new Warning(said.log(), "too much", now::get);

  @Test
  void isSaidAtOnceThenOnceASecondWithTheCountOfThoseBetween() {
    warning.warn();
    for (int i = 0; i < 3; i++) {
      warning.warn();
    }
    now.addAndGet(SECOND - 1);
    warning.warn();
    assertEquals(List.of("WARN too much"), said.lines());
    now.addAndGet(1);
    warning.warn();
    now.addAndGet(SECOND);
    warning.warn();
    assertEquals(
        List.of(
            "WARN too much", "WARN too much (and 4 times since the last warning)", "WARN too much"),
        said.lines());
  }
}
