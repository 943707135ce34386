package org.gatehouse.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.OptionalLong;
import org.gatehouse.junit.GatehouseExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Example 4: a route of your own. */
class StockRouteTest {
  private static final StockRoute STOCK =
      new StockRoute(article -> article.equals("lamp") ? OptionalLong.of(7) : OptionalLong.empty());

  @RegisterExtension
  static final GatehouseExtension SERVER = GatehouseExtension.with(it -> it.route(STOCK.route()));

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void tellsHowMuchThereIs(URI uri) throws Exception {
    HttpResponse<String> lamps = send(HttpRequest.newBuilder(uri.resolve("stock/lamp")));
    assertEquals("{\"article\":\"lamp\",\"count\":7}\n", lamps.body());
    assertEquals("application/json", lamps.headers().firstValue("Content-Type").orElseThrow());
  }

  @Test
  void refusesInTheFormThatTheClientReadsBest(URI uri) throws Exception {
    HttpRequest.Builder chairs = HttpRequest.newBuilder(uri.resolve("stock/chair"));
    HttpResponse<String> refused = send(chairs.header("Accept", "application/json"));
    assertEquals(404, refused.statusCode());
    assertTrue(refused.body().contains("There is no such article: /stock/chair"));
  }

  @Test
  void otherMethodsAreRefusedByThemselves(URI uri) throws Exception {
    HttpRequest.Builder lamps = HttpRequest.newBuilder(uri.resolve("stock/lamp"));
    HttpResponse<String> refused = send(lamps.DELETE());
    assertEquals(405, refused.statusCode());
    assertEquals("GET, HEAD, OPTIONS", refused.headers().firstValue("Allow").orElseThrow());
  }
}
