package org.gatehouse.application.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.gatehouse.application.Outcomes;
import org.gatehouse.application.RequestMaker;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionGuardTest {
  @ParameterizedTest(name = "HTTP/{0}.{1}")
  @CsvSource({
    "1, 0, pass",
    "1, 1, pass",
    "1, 2, pass",
    "1, 9, pass",
    "0, 9, 505",
    "2, 0, 505",
    "3, 0, 505",
    "9, 9, 505",
    "0, 1, 505",
  })
  void takesTheMajorVersionOne(int major, int minor, String expected) {
    RequestMaker request = RequestMaker.get("/").version(major, minor);
    assertEquals(expected, Outcomes.of(new VersionGuard().check(request.request())));
  }
}
