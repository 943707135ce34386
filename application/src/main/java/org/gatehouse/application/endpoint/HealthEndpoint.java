package org.gatehouse.application.endpoint;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.application.json.JsonWriter;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.port.out.Clock;
import org.gatehouse.application.route.Request;
import org.gatehouse.application.route.Route;
import org.gatehouse.application.route.Trait;
import org.gatehouse.domain.message.Status;

/**
 * Tells whether the server is well. {@code /health/live} says that it runs; {@code /health} and
 * {@code /health/ready} that it can be sent work: it is not about to stop, and its storage answers.
 */
final class HealthEndpoint {
  private final Lifecycle lifecycle;
  private final HealthChecks checks;
  private final Clock clock;

  HealthEndpoint(Lifecycle lifecycle, List<HealthCheck> checks, Clock clock) {
    this.lifecycle = lifecycle;
    this.checks = new HealthChecks(checks, clock);
    this.clock = clock;
  }

  List<Route> routes() {
    Endpoint ready = Endpoint.reading(this::ready);
    return List.of(
        Route.of("/health", ready, Trait.UNCOUNTED),
        Route.of("/health/live", Endpoint.reading(this::live), Trait.UNCOUNTED),
        Route.of("/health/ready", ready, Trait.UNCOUNTED));
  }

  private Decision live(Request request) {
    return Decision.answer(Answers.json(Status.OK, body("ok").endObject()));
  }

  private Decision ready(Request request) {
    if (lifecycle.isDraining()) {
      return Decision.answer(unwell("draining", "The server is about to stop.", Map.of()));
    }
    Optional<HealthChecks.Outcome> known = checks.known();
    return known.isPresent()
        ? Decision.answer(response(known.get()))
        : Decision.later(() -> Decision.answer(response(checks.run())));
  }

  private Response response(HealthChecks.Outcome outcome) {
    List<String> failing = outcome.failing();
    if (failing.isEmpty()) {
      return Answers.json(Status.OK, checked(body("ok"), outcome.byName()).endObject());
    }
    String reason = "A health check fails: " + String.join(", ", failing) + ".";
    return unwell("failing", reason, outcome.byName());
  }

  private Response unwell(String status, String reason, Map<String, Boolean> byName) {
    JsonWriter json = checked(body(status).member("reason", reason), byName).endObject();
    return Answers.json(Status.SERVICE_UNAVAILABLE, json).because(reason);
  }

  private static JsonWriter checked(JsonWriter json, Map<String, Boolean> byName) {
    json.object("checks");
    byName.forEach((name, well) -> json.member(name, well ? "ok" : "failing"));
    return json.endObject();
  }

  private JsonWriter body(String status) {
    return new JsonWriter()
        .object()
        .member("status", status)
        .seconds("uptime_seconds", lifecycle.uptime())
        .member("timestamp", clock.now().truncatedTo(ChronoUnit.SECONDS).toString());
  }
}
