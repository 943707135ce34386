package org.gatehouse.application.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import org.gatehouse.application.RequestMaker;
import org.gatehouse.application.StubHandler;
import org.gatehouse.domain.message.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
  private final Routes routes =
      new Routes(
          List.of(
              route("/health"),
              route("/health/live"),
              route("/echo"),
              route("/echo/{text}"),
              route("/api/hello"),
              route("/api/v1/{rest}")),
          StubHandler.resources());

  private static Route route(String pattern) {
    return Route.of(pattern, StubHandler.reading());
  }

  private String find(String method, String target) {
    return routes.of(RequestMaker.of(method, target).request()).pattern();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "/health,              /health",
    "/health?a=/echo,      /health",
    "/%68ealth,            /health",
    "http://other/health,  /health",
    "/health/,             /{path}",
    "/Health,              /{path}",
    "/healthy,             /{path}",
    "//health,             /{path}",
    "/health/live,         /health/live",
    "/health/live/,        /{path}",
    "/health/dead,         /{path}",
    "/health%2Flive,       /{path}",
    "/echo,                /echo",
    "/echo/,               /echo/{text}",
    "/echo/a,              /echo/{text}",
    "/echo/a/b/,           /echo/{text}",
    "/echo//,              /echo/{text}",
    "/echo%2Fa,            /{path}",
    "/api,                 /{path}",
    "/api/hello,           /api/hello",
    "/api/v1,              /{path}",
    "/api/v1/,             /api/v1/{rest}",
    "/api/v1/a,            /api/v1/{rest}",
    "/api/v2/a,            /{path}",
    "/,                    /{path}",
    "/a.txt,               /{path}",
    "/health/../echo,      /{path}",
    "/health%00,           /{path}",
  })
  void findsTheRouteOfAPath(String target, String expected) {
    assertEquals(expected, find("GET", target));
  }

  @Test
  void sendsTheAsteriskAndTheAuthorityFormToTheResources() {
    assertEquals("/{path}", find("OPTIONS", "*"));
    assertEquals("/{path}", find("CONNECT", "health:80"));
  }

  @Test
  void takesTheFirstThatMatches() {
    Routes table = new Routes(List.of(route("/a/{all}"), route("/a/b")), StubHandler.resources());
    assertEquals("/a/{all}", table.of(RequestMaker.get("/a/b").request()).pattern());
  }

  @Test
  void listsItsTable() {
    assertEquals(
        "[/health, /health/live, /echo, /echo/{text}, /api/hello, /api/v1/{rest}]",
        routes.table().toString());
  }

  @Test
  void refusesAPatternThatStandsTwice() {
    List<Route> twice = List.of(route("/a"), route("/a"));
    StubHandler resources = StubHandler.resources();
    assertThrows(IllegalArgumentException.class, () -> new Routes(twice, resources));
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "",
        "/",
        "a",
        "/a/",
        "//a",
        "/a/../b",
        "/{all}",
        "/a{b}",
        "/a/{b}/c",
        "/a/{b",
        "/a/{b}{c}"
      })
  void refusesWhatIsNotAPattern(String pattern) {
    StubHandler handler = StubHandler.reading();
    assertThrows(IllegalArgumentException.class, () -> Route.of(pattern, handler));
  }

  @Test
  void knowsTheTraits() {
    Route files = Route.of("/files/{name}", StubHandler.resources(), Trait.STORES);
    assertTrue(files.is(Trait.STORES));
    assertFalse(files.is(Trait.GIVES_COOKIE));
    assertTrue(routes.rest().is(Trait.STORES));
    assertTrue(routes.rest().is(Trait.GIVES_COOKIE));
    assertFalse(routes.rest().is(Trait.UNCOUNTED));
  }

  @Test
  void writesAllowInOneOrder() {
    assertEquals("GET, DELETE", Allow.value(EnumSet.of(Method.DELETE, Method.GET)));
    assertEquals("", Allow.value(EnumSet.noneOf(Method.class)));
  }
}
