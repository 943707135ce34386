package org.gatehouse.application.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gatehouse.application.Outcomes;
import org.gatehouse.application.RequestMaker;
import org.gatehouse.application.StubHandler;
import org.gatehouse.application.error.ErrorResponses;
import org.gatehouse.application.fake.InMemoryAssets;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.route.Request;
import org.gatehouse.application.route.Route;
import org.gatehouse.application.route.Routes;
import org.gatehouse.application.route.Trait;
import org.gatehouse.domain.field.Fields;
import org.gatehouse.domain.media.MediaType;
import org.gatehouse.domain.message.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssetEndpointTest {
  private static final String STYLE = "/.gatehouse/a.css";

  private final InMemoryAssets assets =
      new InMemoryAssets()
          .add("dashboard.html", MediaType.HTML, "<p>figures of the server", "figures")
          .add("a.css", new MediaType("text", "css"), "p { color: red }", "red")
          .add("icon.svg", new MediaType("image", "svg+xml"), "<svg/>");
  private final AssetEndpoint endpoint = new AssetEndpoint(assets, new ErrorResponses());
  private final List<Route> table = List.of(endpoint.dashboard(), endpoint.files());
  private final Routes routes = new Routes(table, StubHandler.resources());

  private Decision ask(RequestMaker maker) {
    Request request = maker.request();
    return routes.of(request).handler().handle(request);
  }

  /** The response, with the asset in memory. */
  private Response get(RequestMaker maker) {
    assets.names().forEach(assets::load);
    return Outcomes.answered(ask(maker));
  }

  private Response get(String target) {
    return get(RequestMaker.get(target));
  }

  @Test
  void sendsAFileWithWhatABrowserHasToKnow() {
    Response response = get(STYLE);
    assertEquals(Status.OK, response.status());
    assertEquals("p { color: red }", Outcomes.text(response));
    assertEquals("text/css; charset=utf-8", Outcomes.field(response, "Content-Type"));
    assertEquals("no-cache", Outcomes.field(response, "Cache-Control"));
    assertEquals("Accept-Encoding", Outcomes.field(response, "Vary"));
    assertTrue(Outcomes.field(response, "ETag").startsWith("\"a.css-"));
    assertFalse(response.head().fields().contains("Last-Modified"));
    assertFalse(response.head().fields().contains("Content-Encoding"));
  }

  @Test
  void letsItsPagesRunNothingInlineAndLoadNothingFromElsewhere() {
    String policy = Outcomes.field(get("/dashboard"), "Content-Security-Policy");
    assertTrue(policy.startsWith("default-src 'none'; "), policy);
    assertTrue(policy.contains("frame-ancestors 'none'"), policy);
    assertFalse(policy.contains("unsafe"), policy);
    assertFalse(policy.contains(":"), "no scheme and no other host: " + policy);
    assertFalse(policy.contains("*"), policy);
  }

  @Test
  void showsThePageOfFigures() {
    Response page = get("/dashboard");
    assertEquals("<p>figures of the server", Outcomes.text(page));
    assertEquals("text/html; charset=utf-8", Outcomes.field(page, "Content-Type"));
    assertEquals("no-referrer", Outcomes.field(page, "Referrer-Policy"));
  }

  @Test
  void waitsOnAWorkerForTheFirstOneToAsk() {
    Decision first = ask(RequestMaker.get(STYLE));
    assertEquals("p { color: red }", Outcomes.text(Outcomes.answered(Outcomes.worked(first))));
    assertEquals(
        "p { color: red }", Outcomes.text(Outcomes.answered(ask(RequestMaker.get(STYLE)))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/.gatehouse/",
        "/.gatehouse/b.css",
        "/.gatehouse/A.CSS",
        "/.gatehouse/a.css/",
        "/.gatehouse/a.css/x",
        "/.gatehouse//a.css",
        "/.gatehouse/x%2Fa.css",
        "/.gatehouse/%00a.css",
        "/.gatehouse/AssetEndpoint.class",
      })
  void hasNothingElse(String target) {
    RequestMaker maker = RequestMaker.get(target);
    if (maker.request().hasPath()) {
      assertEquals(Status.NOT_FOUND, get(maker).status());
    }
  }

  @Test
  void codesWhatShrinksForWhoeverAcceptsIt() {
    Response coded = get(RequestMaker.get(STYLE).with("Accept-Encoding", "br, gzip"));
    assertEquals("red", Outcomes.text(coded));
    assertEquals("gzip", Outcomes.field(coded, "Content-Encoding"));
    assertTrue(Outcomes.field(coded, "ETag").endsWith("-gzip\""));
    Response picture =
        get(RequestMaker.get("/.gatehouse/icon.svg").with("Accept-Encoding", "gzip"));
    assertEquals("<svg/>", Outcomes.text(picture));
    RequestMaker neither = RequestMaker.get(STYLE).with("Accept-Encoding", "identity;q=0, br");
    assertEquals(Status.NOT_ACCEPTABLE, get(neither).status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET  | If-None-Match       | TAG                           | 304",
        "HEAD | If-None-Match       | W/TAG                         | 304",
        "GET  | If-None-Match       | *                             | 304",
        "GET  | If-None-Match       | \"x\"                         | 200",
        "GET  | If-Match            | TAG                           | 200",
        "GET  | If-Match            | \"x\"                         | 412",
        "GET  | If-Modified-Since   | Fri, 31 Dec 9999 23:59:59 GMT | 200",
        "GET  | If-Unmodified-Since | Thu, 01 Jan 1970 00:00:00 GMT | 200",
      })
  void heedsConditionsOnTagsAndNoOthers(String method, String name, String value, int status) {
    String tag = Outcomes.field(get(STYLE), "ETag");
    RequestMaker maker = RequestMaker.of(method, STYLE).with(name, value.replace("TAG", tag));
    assertEquals(status, get(maker).status().code());
  }

  @Test
  void whoHasTheCodedFormIsToldThatItIsCurrent() {
    RequestMaker maker = RequestMaker.get(STYLE).with("Accept-Encoding", "gzip");
    String tag = Outcomes.field(get(maker), "ETag");
    Response current = get(maker.with("If-None-Match", tag));
    assertEquals(Status.NOT_MODIFIED, current.status());
    assertEquals(0, current.body().length());
    Fields fields = current.head().fields();
    assertEquals(3, fields.size(), "tag, Cache-Control and Vary: " + fields);
    assertEquals(tag, Outcomes.field(current, "ETag"));
    assertEquals(
        Status.OK,
        get(RequestMaker.get(STYLE).with("If-None-Match", tag)).status(),
        "the plain form is another one");
  }

  @Test
  void isNeitherCountedNorGivenACookie() {
    for (Route route : table) {
      assertTrue(route.is(Trait.UNCOUNTED));
      assertFalse(route.is(Trait.GIVES_COOKIE));
      assertFalse(route.is(Trait.STORES));
    }
  }
}
