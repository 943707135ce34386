package org.gatehouse.application.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.gatehouse.application.Outcomes;
import org.gatehouse.application.RequestMaker;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetLengthGuardTest {
  private final TargetLengthGuard guard = new TargetLengthGuard(20);

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "/234567890123456789_,    pass",
    "/234567890123456789_1,   414",
    "/234567890?1234567890,   414",
    "/%20%20%20%20%20%20%20,  414",
    "http://localhost/345,    pass",
    "http://localhost/3456,   414",
    "/,                       pass",
  })
  void countsTheTargetAsItWasSent(String target, String expected) {
    assertEquals(expected, Outcomes.of(guard.check(RequestMaker.get(target).request())));
  }
}
