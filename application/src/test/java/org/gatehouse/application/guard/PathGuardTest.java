package org.gatehouse.application.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.gatehouse.application.Outcomes;
import org.gatehouse.application.RequestMaker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathGuardTest {
  private final PathGuard guard = new PathGuard();

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "/,                      pass",
    "/a/b.txt,               pass",
    "/a/b/,                  pass",
    "//,                     pass",
    "/...,                   pass",
    "/a..b,                  pass",
    "/.hidden,               pass",
    "/a%2Fb,                 pass",
    "/a%5Cb,                 pass",
    "/%E4%BD%A0.txt,         pass",
    "/a?x=../..,             pass",
    "/a?%zz,                 pass",
    "/.,                     403",
    "/..,                    403",
    "/a/../b,                403",
    "/a/./b,                 403",
    "/a/..,                  403",
    "/%2e%2e/etc/passwd,     403",
    "/%2E%2e/etc/passwd,     403",
    "/.%2e/etc/passwd,       403",
    "/%2e,                   403",
    "/..%2f..%2fetc/passwd,  pass",
    "/..%5c..%5cetc,         pass",
    "/%00,                   400",
    "/a%00.txt,              400",
    "/a%0d%0aSet-Cookie:x,   400",
    "/a%7f,                  400",
    "/a%c2%85,               400",
    "/a%,                    400",
    "/a%4,                   400",
    "/a%zz,                  400",
    "/%c0%ae%c0%ae/etc,      400",
    "/%ff,                   400",
    "/%ed%a0%80,             400",
    "/%252e%252e/etc,        pass",
    "http://localhost/a/..,  403",
    "http://localhost,       pass",
  })
  void refusesWhatHasNoOneSafeReading(String target, String expected) {
    assertEquals(expected, Outcomes.of(guard.check(RequestMaker.get(target).request())));
  }

  @Test
  void letsTheAsteriskPass() {
    assertEquals("pass", Outcomes.of(guard.check(RequestMaker.of("OPTIONS", "*").request())));
  }
}
