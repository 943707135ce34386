package org.gatehouse.application.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gatehouse.application.Outcomes;
import org.gatehouse.application.RequestMaker;
import org.gatehouse.application.StubHandler;
import org.gatehouse.application.route.Route;
import org.gatehouse.application.route.Routes;
import org.gatehouse.application.route.Trait;
import org.gatehouse.domain.message.ContentFraming;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentGuardTest {
  private final Routes routes =
      new Routes(
          List.of(
              Route.of("/echo", StubHandler.resources()),
              Route.of("/files/{name}", StubHandler.resources(), Trait.STORES)),
          StubHandler.resources());
  private final ContentGuard guard = new ContentGuard(routes, 100);

  private static ContentFraming framing(String text) {
    return switch (text) {
      case "none" -> ContentFraming.NONE;
      case "chunked" -> ContentFraming.CHUNKED;
      default -> ContentFraming.length(Long.parseLong(text));
    };
  }

  @ParameterizedTest(name = "{0} {1}, {2}")
  @CsvSource({
    "PUT,     /a,       none,    411",
    "POST,    /a,       none,    411",
    "POST,    /a/,      none,    411",
    "POST,    /files/a, none,    411",
    "POST,    /echo,    none,    pass",
    "PUT,     /a,       0,       pass",
    "POST,    /a,       chunked, pass",
    "GET,     /a,       none,    pass",
    "HEAD,    /a,       none,    pass",
    "DELETE,  /a,       none,    pass",
    "OPTIONS, *,        none,    pass",
    "PUT,     /a,       100,     pass",
    "PUT,     /a,       101,     413",
    "POST,    /echo,    101,     413",
    "GET,     /a,       101,     413",
    "HEAD,    /a,       101,     413",
    "DELETE,  /a,       101,     413",
    "OPTIONS, *,        101,     413",
    "PUT,     /a,       9223372036854775807, 413",
  })
  void judgesTheAnnouncedLength(String method, String target, String content, String expected) {
    RequestMaker request = RequestMaker.of(method, target).framing(framing(content));
    assertEquals(expected, Outcomes.of(guard.check(request.request())));
  }

  @ParameterizedTest(name = "Expect: {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "100-continue               | pass",
        "100-Continue               | pass",
        "100-continue, 100-continue | pass",
        "''                         | pass",
        "100-continue, other        | 417",
        "other                      | 417",
        "100-continue;q=1           | 417",
        "100-continued              | 417",
        "200-ok                     | 417",
        "\"100-continue\"           | 417",
      })
  void knowsOneExpectation(String expect, String expected) {
    RequestMaker request = RequestMaker.of("PUT", "/a").content(5).with("expect", expect);
    assertEquals(expected, Outcomes.of(guard.check(request.request())));
  }

  @Test
  void readsEveryExpectField() {
    RequestMaker request =
        RequestMaker.get("/a").with("Expect", "100-continue").with("Expect", "other");
    assertEquals("417", Outcomes.of(guard.check(request.request())));
  }

  @Test
  void asksForALengthBeforeItMeasuresOne() {
    RequestMaker unannounced = RequestMaker.of("PUT", "/a").with("Expect", "other");
    assertEquals("411", Outcomes.of(guard.check(unannounced.request())));
    assertEquals("413", Outcomes.of(guard.check(unannounced.content(101).request())));
    assertEquals("417", Outcomes.of(guard.check(unannounced.content(100).request())));
  }
}
