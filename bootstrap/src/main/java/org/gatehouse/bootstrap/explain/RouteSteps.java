package org.gatehouse.bootstrap.explain;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.application.route.Request;
import org.gatehouse.application.route.Route;
import org.gatehouse.application.route.Routes;
import org.gatehouse.application.route.Trait;
import org.gatehouse.bootstrap.explain.Trace.Part;

/** Tells which route a request has. */
final class RouteSteps {
  private RouteSteps() {}

  static void add(Trace trace, Routes routes, Request request) {
    Route route = routes.of(request);
    String methods =
        route.handler().methods(request).stream().map(Enum::name).collect(Collectors.joining(", "));
    String traits =
        Stream.of(Trait.values())
            .filter(route::is)
            .map(trait -> trait.name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .collect(Collectors.joining(", "));
    trace.add(
        Part.ROUTE,
        route.pattern(),
        route == routes.rest() ? "resources" : "endpoint",
        "takes " + methods + (traits.isEmpty() ? "" : "; " + traits));
  }
}
