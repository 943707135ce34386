package org.gatehouse.application.endpoint;

import java.util.List;
import org.gatehouse.application.json.JsonWriter;
import org.gatehouse.application.metrics.TrafficCounters;
import org.gatehouse.application.metrics.TrafficSnapshot;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.out.ServerGauges;
import org.gatehouse.application.route.Request;
import org.gatehouse.application.route.Route;
import org.gatehouse.application.route.Trait;
import org.gatehouse.domain.message.Status;

/** Tells what was counted, as JSON. */
final class MetricsEndpoint {
  private final TrafficCounters traffic;
  private final ServerGauges gauges;
  private final Lifecycle lifecycle;

  MetricsEndpoint(TrafficCounters traffic, ServerGauges gauges, Lifecycle lifecycle) {
    this.traffic = traffic;
    this.gauges = gauges;
    this.lifecycle = lifecycle;
  }

  List<Route> routes() {
    return List.of(Route.of("/metrics", Endpoint.reading(this::answer), Trait.UNCOUNTED));
  }

  private Decision answer(Request request) {
    TrafficSnapshot counted = traffic.snapshot();
    JsonWriter json =
        new JsonWriter()
            .object()
            .seconds("uptime_seconds", lifecycle.uptime())
            .member("requests_total", counted.requests());
    addStatuses(json, counted);
    addPaths(json, counted);
    addGauges(json);
    json.object("bytes").member("sent", counted.contentOctets()).endObject();
    return Decision.answer(Answers.json(Status.OK, json.endObject()));
  }

  private static void addStatuses(JsonWriter json, TrafficSnapshot counted) {
    json.object("requests_by_status");
    counted.byStatus().forEach((status, n) -> json.member(Integer.toString(status.code()), n));
    json.endObject();
  }

  private static void addPaths(JsonWriter json, TrafficSnapshot counted) {
    json.object("requests_by_path");
    counted.byPath().forEach(each -> json.member(each.path(), each.requests()));
    if (counted.otherPaths() > 0) {
      json.member("other", counted.otherPaths());
    }
    json.endObject();
  }

  private void addGauges(JsonWriter json) {
    int total = gauges.totalWorkers();
    int active = gauges.activeWorkers();
    json.object("thread_pool")
        .member("total_workers", total)
        .member("active_workers", active)
        .member("idle_workers", Math.max(0, total - active))
        .member("queue_depth", gauges.queueDepth())
        .endObject()
        .object("connections")
        .member("open", gauges.openConnections())
        .member("accepted", gauges.acceptedConnections())
        .endObject();
  }
}
