package org.gatehouse.application.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.gatehouse.application.Outcomes;
import org.gatehouse.application.RequestMaker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectGuardTest {
  private final RedirectGuard guard =
      new RedirectGuard(
          Map.of(
              "/old.html", "/new.html",
              "/old/", "https://example.org/new/",
              "/queried", "/new?a=b",
              "/fragment", "/new#part",
              "/both", "/new?a=b#part",
              "/odd", "/new#part?no-query",
              "/with%20space", "/new%20space"));

  private static String of(Verdict verdict) {
    return verdict.match(
        () -> "pass",
        refusal -> "refused",
        response -> {
          assertEquals(301, response.status().code());
          assertEquals(0, response.body().length());
          return Outcomes.field(response, "Location");
        });
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "GET  | /old.html                        | /new.html",
        "HEAD | /old.html                        | /new.html",
        "GET  | /old.html?x=1&y=%20              | /new.html?x=1&y=%20",
        "GET  | /old.html?                       | /new.html",
        "GET  | /old.html??                      | /new.html??",
        "GET  | /%6fld.html                      | /new.html",
        "GET  | http://localhost/old.html?x      | /new.html?x",
        "GET  | /old/                            | https://example.org/new/",
        "GET  | /old/?x                          | https://example.org/new/?x",
        "GET  | /queried?c=d                     | /new?a=b&c=d",
        "GET  | /fragment?c=d                    | /new?c=d#part",
        "GET  | /both?c=d                        | /new?a=b&c=d#part",
        "GET  | /odd?c=d                         | /new?c=d#part?no-query",
        "GET  | /with%20space                    | /new%20space",
        "GET  | /old                             | pass",
        "GET  | /old.html/                       | pass",
        "GET  | /Old.html                        | pass",
        "GET  | /x/old.html                      | pass",
        "GET  | //old.html                       | pass",
        "GET  | /new.html                        | pass",
        "POST | /old.html                        | pass",
        "PUT  | /old.html                        | pass",
        "DELETE | /old.html                      | pass",
        "OPTIONS | /old.html                     | pass",
      })
  void sendsReadersToTheNewPlace(String method, String target, String expected) {
    assertEquals(expected, of(guard.check(RequestMaker.of(method, target).request())));
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "old.html   | /new.html",
        "/a/../b    | /new.html",
        "/a%zz      | /new.html",
        "/a?b       | /new.html",
        "/a#b       | /new.html",
        "/old.html  | new.html",
        "/old.html  | javascript:alert(1)",
        "/old.html  | '/new html'",
        "/old.html  | /néw.html",
        "/old.html  | ''",
      })
  void refusesWhatIsNoRedirect(String from, String to) {
    Map<String, String> moves = Map.of(from, to);
    assertThrows(IllegalArgumentException.class, () -> new RedirectGuard(moves));
  }

  @Test
  void refusesAFieldThatWouldSplitTheResponse() {
    Map<String, String> moves = Map.of("/old.html", "/new\r\nSet-Cookie: a=b");
    assertThrows(IllegalArgumentException.class, () -> new RedirectGuard(moves));
  }
}
