package org.gatehouse.application.endpoint;

import java.time.Duration;
import java.util.List;
import org.gatehouse.application.json.JsonWriter;
import org.gatehouse.application.metrics.Bounds;
import org.gatehouse.application.metrics.Distribution;
import org.gatehouse.application.metrics.Figures;
import org.gatehouse.application.metrics.TrafficSnapshot;
import org.gatehouse.application.port.out.CacheGauges;
import org.gatehouse.application.port.out.ServerGauges;

/** The figures as one JSON object. */
final class MetricsJson {
  private static final List<String> BOUNDS =
      Bounds.SECONDS.stream().map(MetricsJson::nanos).map(JsonWriter::decimal).toList();

  private final Figures figures;
  private final Lifecycle lifecycle;

  MetricsJson(Figures figures, Lifecycle lifecycle) {
    this.figures = figures;
    this.lifecycle = lifecycle;
  }

  private static Duration nanos(double seconds) {
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }

  byte[] write() {
    TrafficSnapshot counted = figures.traffic().snapshot();
    JsonWriter json =
        new JsonWriter()
            .object()
            .seconds("uptime_seconds", lifecycle.uptime())
            .member("requests_total", counted.requests())
            .member("requests_active", counted.active());
    addDurations(json, counted.durations());
    addStatuses(json, counted);
    addPaths(json, counted);
    addWorkers(json, figures.server());
    addConnections(json, figures.server());
    json.object("bytes")
        .member("received", counted.receivedOctets())
        .member("sent", counted.sentOctets())
        .endObject();
    addCache(json, figures.cache());
    return json.endObject().toBytes();
  }

  /** As Prometheus has them: how many exchanges took no longer than the bound. */
  private static void addDurations(JsonWriter json, Distribution durations) {
    json.object("request_duration_seconds")
        .member("count", durations.count())
        .exactSeconds("sum", Duration.ofNanos(durations.sum()))
        .object("buckets");
    long[] counts = durations.counts();
    long upTo = 0;
    for (int i = 0; i < BOUNDS.size(); i++) {
      upTo += counts[i];
      json.member(BOUNDS.get(i), upTo);
    }
    json.member("+Inf", durations.count()).endObject().endObject();
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

  private static void addWorkers(JsonWriter json, ServerGauges server) {
    int total = server.totalWorkers();
    int active = server.activeWorkers();
    json.object("thread_pool")
        .member("total_workers", total)
        .member("active_workers", active)
        .member("idle_workers", Math.max(0, total - active))
        .member("queue_depth", server.queueDepth())
        .member("shed_requests", server.shedRequests())
        .endObject();
  }

  private static void addConnections(JsonWriter json, ServerGauges server) {
    json.object("connections")
        .member("open", server.openConnections())
        .member("accepted", server.acceptedConnections())
        .member("refused", server.refusedConnections())
        .endObject();
  }

  private static void addCache(JsonWriter json, CacheGauges cache) {
    json.object("cache")
        .member("hits", cache.hits())
        .member("misses", cache.misses())
        .member("entries", cache.entries())
        .member("bytes", cache.octets())
        .endObject();
  }
}
