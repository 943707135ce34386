package org.gatehouse.adapter.socket.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireLimitsTest {

  @ParameterizedTest
  @CsvSource({
    "-1, 1, 1, 1",
    "1, -1, 1, 1",
    "1, 1, -1, 1",
    "1, 1, 1, -1",
    "536870913, 1, 1, 1",
    "1, 536870913, 1, 1"
  })
  void whatCannotBeALimit(int target, int section, int fields, long content) {
    assertThrows(
        IllegalArgumentException.class, () -> new WireLimits(target, section, fields, content));
  }

  @Test
  void aRequestLineMayBeLongerThanItsTarget() {
    assertEquals(8256, new WireLimits(8000, 0, 0, 0).maxRequestLine());
    WireLimits most = new WireLimits(1 << 29, 1 << 29, Integer.MAX_VALUE, Long.MAX_VALUE);
    assertEquals((1 << 29) + 256, most.maxRequestLine());
  }

  @Test
  void theLargestLimitsAreNoTrouble() {
    WireLimits most = new WireLimits(1 << 29, 1 << 29, Integer.MAX_VALUE, Long.MAX_VALUE);
    byte[] octets = WireText.octets("GET /«a*1000» HTTP/1.1⏎«a: b⏎*1000»⏎");
    assertEquals(octets.length, HeadReading.of(most, octets, 500, 1500).consumed());
  }
}
