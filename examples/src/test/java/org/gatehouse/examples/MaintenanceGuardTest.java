package org.gatehouse.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.gatehouse.application.fake.InMemoryResourceRepository;
import org.gatehouse.junit.GatehouseExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Example 3: a guard of your own. */
class MaintenanceGuardTest {
  private static final MaintenanceGuard GUARD = new MaintenanceGuard();

  @RegisterExtension
  static final GatehouseExtension SERVER =
      GatehouseExtension.with(it -> it.resources(new InMemoryResourceRepository()).guard(GUARD));

  private static HttpResponse<String> put(URI uri) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(uri).PUT(BodyPublishers.ofString("x")).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  @Test
  void refusesWritesForAWhile(URI uri) throws Exception {
    URI page = uri.resolve("a.txt");
    assertEquals(201, put(page).statusCode());
    GUARD.set(true);
    HttpResponse<String> refused = put(page);
    assertEquals(503, refused.statusCode());
    assertEquals("60", refused.headers().firstValue("Retry-After").orElseThrow());
    HttpRequest get = HttpRequest.newBuilder(page).build();
    HttpClient client = HttpClient.newHttpClient();
    assertEquals(200, client.send(get, BodyHandlers.ofString()).statusCode());
    GUARD.set(false);
    assertEquals(200, put(page).statusCode());
  }
}
