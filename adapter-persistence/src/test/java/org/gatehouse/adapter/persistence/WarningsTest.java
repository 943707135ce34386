package org.gatehouse.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WarningsTest {
  private final Said said = new Said();
  private final Warnings warnings = said.warnings();

  @Test
  void whatHappensOftenIsSaidAtMostOnceASecond() {
    warnings.warnNowAndThen("first");
    warnings.warnNowAndThen("second");
    said.passNanos(999_999_999);
    warnings.warnNowAndThen("third");
    assertEquals(List.of("first"), said.warned());
    said.passNanos(1);
    warnings.warnNowAndThen("fourth");
    warnings.warnNowAndThen("fifth");
    assertEquals(List.of("first", "fourth"), said.warned());
  }

  @Test
  void whatHappensOnceIsAlwaysSaid() {
    warnings.warn("first");
    warnings.warn("second");
    warnings.inform("third");
    assertEquals(List.of("first", "second"), said.warned());
    assertEquals(List.of("third"), said.informed());
  }
}
