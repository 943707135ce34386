package org.gatehouse.application.endpoint;

import java.util.List;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.route.ExchangeHandler;
import org.gatehouse.application.route.Request;
import org.gatehouse.application.route.Route;
import org.gatehouse.domain.target.ResourcePath;

/** Answers for {@code /about} with the resource {@code /about.html}. */
final class AboutEndpoint {
  private static final ResourcePath.Parsed PAGE = ResourcePath.parse("/about.html");

  private final ExchangeHandler resources;

  AboutEndpoint(ExchangeHandler resources) {
    this.resources = resources;
  }

  List<Route> routes() {
    return List.of(Route.of("/about", Endpoint.reading(this::answer)));
  }

  private Decision answer(Request request) {
    return resources.handle(
        new Request(request.head(), PAGE, request.connection(), request.id(), request.received()));
  }
}
