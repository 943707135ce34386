package org.gatehouse.application.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.List;
import org.gatehouse.application.RequestMaker;
import org.gatehouse.application.StubHandler;
import org.gatehouse.application.route.Route;
import org.gatehouse.application.route.Routes;
import org.gatehouse.domain.message.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodGuardTest {
  private static final String ALL = "405 GET, HEAD, POST, PUT, DELETE, OPTIONS";
  private static final String READ = "405 GET, HEAD, OPTIONS";

  private final MethodGuard guard =
      new MethodGuard(
          new Routes(List.of(Route.of("/health", StubHandler.reading())), StubHandler.resources()));

  private static String of(Verdict verdict) {
    return verdict.match(
        () -> "pass",
        refusal ->
            refusal.status().code() + refusal.fields().first("Allow").map(a -> " " + a).orElse(""),
        response -> "answered");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "GET      | /a           | pass",
        "HEAD     | /a           | pass",
        "POST     | /a           | pass",
        "PUT      | /a           | pass",
        "DELETE   | /a           | pass",
        "OPTIONS  | /a           | pass",
        "OPTIONS  | *            | pass",
        "PATCH    | /a           | " + ALL,
        "TRACE    | /a           | " + ALL,
        "PROPFIND | /a           | " + ALL,
        "VERSION-CONTROL | /a    | " + ALL,
        "PRI      | /a           | " + ALL,
        "CONNECT  | localhost:80 | " + ALL,
        "PATCH    | /%00         | " + ALL,
        "PATCH    | /a/../b      | " + ALL,
        "GET      | /health      | pass",
        "HEAD     | /health      | pass",
        "OPTIONS  | /health      | pass",
        "POST     | /health      | " + READ,
        "DELETE   | /health      | " + READ,
        "PATCH    | /health      | " + READ,
        "PATCH    | /Health      | " + ALL,
        "get      | /a           | 501",
        "BREW     | /a           | 501",
        "GET/     | /health      | 501",
        "VERSION_CONTROL | /a    | 501",
        "UNREGISTERED | /a       | 501",
      })
  void speaksOfTheRouteAtHand(String method, String target, String expected) {
    String token = method.replace("/", "!");
    assertEquals(expected, of(guard.check(RequestMaker.of(token, target).request())));
  }

  @Test
  void leavesOutTheWritesThatTheHandlerDoesNotTake() {
    StubHandler readOnly = StubHandler.reading();
    MethodGuard off = new MethodGuard(new Routes(List.of(), readOnly));
    for (Method method : EnumSet.of(Method.PUT, Method.POST, Method.DELETE)) {
      assertEquals(READ, of(off.check(RequestMaker.of(method.token(), "/a").request())));
    }
  }
}
