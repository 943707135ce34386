package org.gatehouse.application.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gatehouse.application.Outcomes;
import org.gatehouse.application.RequestMaker;
import org.gatehouse.application.StubHandler;
import org.gatehouse.application.error.ErrorResponses;
import org.gatehouse.application.fake.FixedCacheGauges;
import org.gatehouse.application.fake.FixedGauges;
import org.gatehouse.application.fake.SettableClock;
import org.gatehouse.application.metrics.Figures;
import org.gatehouse.application.metrics.TrafficCounters;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.route.ExchangeHandler;
import org.gatehouse.application.route.Request;
import org.gatehouse.application.route.Route;
import org.gatehouse.application.route.Routes;
import org.gatehouse.application.route.Trait;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.message.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {
  private final SettableClock clock = new SettableClock();
  private final StubHandler resources = StubHandler.resources();
  private final Endpoints endpoints =
      new Endpoints(
          new Lifecycle(clock),
          List.of(),
          new Figures(new TrafficCounters(), FixedGauges.distinct(), FixedCacheGauges.distinct()),
          format -> new byte[0],
          (coding, content) -> content,
          resources,
          new ErrorResponses(),
          clock);

  private Decision ask(RequestMaker maker) {
    Routes routes = new Routes(endpoints.on(EnumSet.allOf(EndpointName.class)), resources);
    Request request = maker.request();
    return routes.of(request).handler().handle(request);
  }

  private String get(String target) {
    return Outcomes.text(Outcomes.answered(ask(RequestMaker.get(target))));
  }

  private static List<String> patterns(List<Route> routes) {
    return routes.stream().map(Route::pattern).toList();
  }

  @Test
  void saysHelloAlikeToGetAndHead() {
    String hello =
        "{\"message\":\"Hello from Gatehouse\",\"method\":\"GET\",\"path\":\"/api/hello\","
            + "\"server\":\"Gatehouse\"}\n";
    assertEquals(hello, get("/api/hello"));
    Response head = Outcomes.answered(ask(RequestMaker.of("HEAD", "/api/hello")));
    assertEquals(hello, Outcomes.text(head));
    assertEquals("application/json", Outcomes.field(head, "Content-Type"));
  }

  @Test
  void tellsTheUserAgent() {
    Decision decision = ask(RequestMaker.get("/user-agent").with("User-Agent", "curl/8 \u00e9"));
    Response response = Outcomes.answered(decision);
    assertEquals("curl/8 \u00e9", Outcomes.text(response));
    assertEquals("text/plain; charset=utf-8", Outcomes.field(response, "Content-Type"));
    assertEquals("", get("/user-agent"));
  }

  @Test
  void showsThePageAboutThroughTheResources() {
    Request request = RequestMaker.get("/about?x=y").with("If-None-Match", "\"a\"").request();
    ask(RequestMaker.get("/about?x=y").with("If-None-Match", "\"a\""));
    Request asked = resources.asked.get(0);
    assertEquals("/about.html", asked.path().toString());
    assertEquals(request.head(), asked.head());
    assertEquals(request.id(), asked.id());
  }

  @Test
  void listsTheRoutesThatAreOn() {
    assertEquals(
        """
        /health
        /health/live
        /health/ready
        /metrics
        /api/hello
        /about
        /echo
        /echo/{text}
        /user-agent
        /routes
        """,
        get("/routes"));
    List<Route> few = endpoints.on(EnumSet.of(EndpointName.ROUTES, EndpointName.HELLO));
    assertEquals(List.of("/api/hello", "/routes"), patterns(few));
    Routes table = new Routes(few, resources);
    Request request = RequestMaker.get("/routes").request();
    Response response = Outcomes.answered(table.of(request).handler().handle(request));
    assertEquals("/api/hello\n/routes\n", Outcomes.text(response));
  }

  @Test
  void listsWhatOthersBringBeforeItsOwn() {
    Route theirs = Route.of("/theirs", resources);
    Set<EndpointName> on = EnumSet.of(EndpointName.ROUTES, EndpointName.HELLO);
    List<Route> table = endpoints.on(on, List.of(theirs));
    assertEquals(List.of("/theirs", "/api/hello", "/routes"), patterns(table));
    Request request = RequestMaker.get("/routes").request();
    Decision list = new Routes(table, resources).of(request).handler().handle(request);
    assertEquals("/theirs\n/api/hello\n/routes\n", Outcomes.text(Outcomes.answered(list)));
  }

  @Test
  void leavesThePathsOfWhatIsOffToTheResources() {
    Routes none = new Routes(endpoints.on(Set.of()), resources);
    for (String target : List.of("/health", "/metrics", "/echo/a", "/routes", "/about")) {
      assertSame(none.rest(), none.of(RequestMaker.get(target).request()));
    }
  }

  @ParameterizedTest
  @EnumSource(EndpointName.class)
  void turnsEachOnByItself(EndpointName name) {
    List<String> on = patterns(endpoints.on(Set.of(name)));
    boolean joinsLater =
        EnumSet.of(EndpointName.DASHBOARD, EndpointName.FILES, EndpointName.UPLOAD).contains(name);
    assertEquals(joinsLater, on.isEmpty());
  }

  @Test
  void takesInWhatIsMadeElsewhere() {
    Route files = Route.of("/files/{name}", StubHandler.resources(), Trait.STORES);
    endpoints.add(EndpointName.FILES, List.of(files));
    Set<EndpointName> both = EnumSet.of(EndpointName.FILES, EndpointName.ROUTES);
    assertEquals(List.of("/files/{name}", "/routes"), patterns(endpoints.on(both)));
    assertFalse(patterns(endpoints.on(EnumSet.of(EndpointName.HEALTH))).contains("/files/{name}"));
  }

  @Test
  void aRouteBesideThemIsAlwaysOn() {
    endpoints.add(Route.of("/.gatehouse/{name}", StubHandler.resources()));
    assertEquals(List.of("/.gatehouse/{name}"), patterns(endpoints.on(Set.of())));
    List<Route> listed = endpoints.on(Set.of(EndpointName.ROUTES));
    assertEquals(List.of("/.gatehouse/{name}", "/routes"), patterns(listed));
  }

  @ParameterizedTest
  @CsvSource({
    "HEALTH, health",
    "METRICS, metrics",
    "DASHBOARD, dashboard",
    "ROUTES, routes",
    "HELLO, hello",
    "ABOUT, about",
    "ECHO, echo",
    "USER_AGENT, user-agent",
    "FILES, files",
    "UPLOAD, upload",
  })
  void namesThemAsTheOptionDoes(EndpointName name, String option) {
    assertEquals(option, name.option());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/health",
        "/health/live",
        "/health/ready",
        "/metrics",
        "/api/hello",
        "/about",
        "/echo/a",
        "/routes",
        "/user-agent",
      })
  void isReadAndAnswersOptions(String target) {
    Routes routes = new Routes(endpoints.on(EnumSet.allOf(EndpointName.class)), resources);
    Request request = RequestMaker.of("OPTIONS", target).request();
    Route route = routes.of(request);
    ExchangeHandler handler = route.handler();
    assertEquals(EnumSet.of(Method.GET, Method.HEAD, Method.OPTIONS), handler.methods(request));
    Response response = Outcomes.answered(handler.handle(request));
    assertEquals(Status.NO_CONTENT, response.status());
    assertEquals("GET, HEAD, OPTIONS", Outcomes.field(response, "Allow"));
    assertFalse(route.is(Trait.STORES));
    assertFalse(route.is(Trait.GIVES_COOKIE));
    boolean uncounted = target.startsWith("/health") || target.equals("/metrics");
    assertEquals(uncounted, route.is(Trait.UNCOUNTED));
    assertTrue(resources.asked.isEmpty());
  }

  @Test
  void keepsNoAnswerInCaches() {
    for (String target : List.of("/health/live", "/metrics", "/api/hello", "/echo/a")) {
      Response response = Outcomes.answered(ask(RequestMaker.get(target)));
      assertEquals("no-store", Outcomes.field(response, "Cache-Control"));
    }
  }
}
