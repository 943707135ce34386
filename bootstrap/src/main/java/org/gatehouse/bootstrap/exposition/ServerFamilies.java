package org.gatehouse.bootstrap.exposition;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.stream.Stream;
import org.gatehouse.application.endpoint.Lifecycle;
import org.gatehouse.application.metrics.Figures;
import org.gatehouse.application.port.out.CacheGauges;
import org.gatehouse.application.port.out.ServerGauges;

/** What the server tells of itself beside its traffic. */
final class ServerFamilies {
  private static final double MILLIS_PER_SECOND = 1000;

  private final Figures figures;
  private final Lifecycle lifecycle;
  private final String version;

  ServerFamilies(Figures figures, Lifecycle lifecycle, String version) {
    this.figures = figures;
    this.lifecycle = lifecycle;
    this.version = version;
  }

  Stream<MetricSnapshot> snapshot() {
    return Stream.of(itself(), connections(), workers(), cache()).flatMap(family -> family);
  }

  private Stream<MetricSnapshot> itself() {
    return Stream.of(
        InfoSnapshot.builder()
            .name("gatehouse_build")
            .help("Which server this is.")
            .dataPoint(
                InfoSnapshot.InfoDataPointSnapshot.builder()
                    .labels(Labels.of("version", version))
                    .build())
            .build(),
        gauge(
            "gatehouse_uptime_seconds",
            "How long the server has been up.",
            lifecycle.uptime().toMillis() / MILLIS_PER_SECOND));
  }

  private Stream<MetricSnapshot> connections() {
    ServerGauges server = figures.server();
    return Stream.of(
        gauge("gatehouse_connections_open", "Open connections.", server.openConnections()),
        gauge(
            "gatehouse_connections_limit",
            "Connections that may be open (--max-connections).",
            server.connectionLimit()),
        counter(
            "gatehouse_connections_accepted",
            "Connections that were accepted, refused ones included.",
            server.acceptedConnections()),
        counter(
            "gatehouse_connections_refused",
            "Connections that were refused because too many were open.",
            server.refusedConnections()));
  }

  private Stream<MetricSnapshot> workers() {
    ServerGauges server = figures.server();
    int total = server.totalWorkers();
    int active = Math.min(server.activeWorkers(), total);
    return Stream.of(
        GaugeSnapshot.builder()
            .name("gatehouse_workers")
            .help("Threads that wait for storage.")
            .dataPoint(value("state", "active", active))
            .dataPoint(value("state", "idle", total - active))
            .build(),
        gauge("gatehouse_worker_queue_depth", "Tasks that wait for a worker.", server.queueDepth()),
        gauge(
            "gatehouse_worker_queue_limit",
            "Tasks that may wait for a worker (--queue).",
            server.queueLimit()),
        counter(
            "gatehouse_requests_shed",
            "Requests that were refused because too many waited or held too much memory.",
            server.shedRequests()));
  }

  private Stream<MetricSnapshot> cache() {
    CacheGauges cache = figures.cache();
    return Stream.of(
        CounterSnapshot.builder()
            .name("gatehouse_cache_lookups")
            .help("Lookups of a path, answered from memory or by storage.")
            .dataPoint(count(Labels.of("result", "hit"), cache.hits()))
            .dataPoint(count(Labels.of("result", "miss"), cache.misses()))
            .build(),
        gauge("gatehouse_cache_entries", "Paths that are remembered.", cache.entries()),
        gauge("gatehouse_cache_size_bytes", "Memory of the cache.", cache.octets()));
  }

  private static MetricSnapshot gauge(String name, String help, double value) {
    return GaugeSnapshot.builder()
        .name(name)
        .help(help)
        .dataPoint(GaugeDataPointSnapshot.builder().value(value).build())
        .build();
  }

  private static GaugeDataPointSnapshot value(String label, String of, double value) {
    return GaugeDataPointSnapshot.builder().labels(Labels.of(label, of)).value(value).build();
  }

  /** A counter; the format adds {@code _total} to its name. */
  private static MetricSnapshot counter(String name, String help, long value) {
    return CounterSnapshot.builder()
        .name(name)
        .help(help)
        .dataPoint(count(Labels.EMPTY, value))
        .build();
  }

  private static CounterDataPointSnapshot count(Labels labels, long value) {
    return CounterDataPointSnapshot.builder().labels(labels).value(value).build();
  }
}
