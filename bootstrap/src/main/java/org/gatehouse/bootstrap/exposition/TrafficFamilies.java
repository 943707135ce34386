package org.gatehouse.bootstrap.exposition;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gatehouse.application.metrics.Bounds;
import org.gatehouse.application.metrics.Distribution;
import org.gatehouse.application.metrics.TrafficCounters;
import org.gatehouse.application.metrics.TrafficSnapshot;
import org.gatehouse.application.metrics.TrafficSnapshot.Series;
import org.gatehouse.domain.message.Method;

/** What OpenTelemetry's conventions name for HTTP servers. */
final class TrafficFamilies {
  private static final double NANOS_PER_SECOND = 1e9;

  /** The conventions know these and call every other {@code _OTHER}. */
  private static final Set<Method> NAMED =
      EnumSet.of(
          Method.GET,
          Method.HEAD,
          Method.POST,
          Method.PUT,
          Method.DELETE,
          Method.CONNECT,
          Method.OPTIONS,
          Method.TRACE,
          Method.PATCH);

  private static final double[] SECONDS = withInfinity(Bounds.SECONDS);
  private static final double[] OCTETS = withInfinity(Bounds.OCTETS);

  private final TrafficCounters traffic;

  TrafficFamilies(TrafficCounters traffic) {
    this.traffic = traffic;
  }

  private static double[] withInfinity(List<? extends Number> bounds) {
    double[] all = new double[bounds.size() + 1];
    for (int i = 0; i < bounds.size(); i++) {
      all[i] = bounds.get(i).doubleValue();
    }
    all[bounds.size()] = Double.POSITIVE_INFINITY;
    return all;
  }

  Stream<MetricSnapshot> snapshot() {
    TrafficSnapshot counted = traffic.snapshot();
    return Stream.of(
        GaugeSnapshot.builder()
            .name("http_server_active_requests")
            .help("Requests in flight.")
            .dataPoint(
                GaugeSnapshot.GaugeDataPointSnapshot.builder().value(counted.active()).build())
            .build(),
        histogram(
            "http_server_request_duration_seconds",
            "From the request's head to the last octet of the response.",
            Unit.SECONDS,
            counted,
            series -> point(series.duration(), SECONDS, NANOS_PER_SECOND)),
        histogram(
            "http_server_request_body_size_bytes",
            "Content of requests, as far as it was wanted.",
            Unit.BYTES,
            counted,
            series -> point(series.received(), OCTETS, 1)),
        histogram(
            "http_server_response_body_size_bytes",
            "Content of responses, as far as the network took it.",
            Unit.BYTES,
            counted,
            series -> point(series.sent(), OCTETS, 1)));
  }

  private static MetricSnapshot histogram(
      String name, String help, Unit unit, TrafficSnapshot counted, Function<Series, Point> point) {
    HistogramSnapshot.Builder histogram =
        HistogramSnapshot.builder().name(name).help(help).unit(unit);
    TreeMap<Labels, Point> points = new TreeMap<>();
    counted.series().forEach(s -> points.merge(labels(s), point.apply(s), Point::plus));
    points.forEach((labels, value) -> histogram.dataPoint(value.snapshot(labels)));
    return histogram.build();
  }

  private static Labels labels(Series series) {
    Method method = series.method();
    return Labels.of(
        "http_request_method",
        NAMED.contains(method) ? method.token() : "_OTHER",
        "http_response_status_code",
        Integer.toString(series.status().code()));
  }

  private static Point point(Distribution distribution, double[] bounds, double unit) {
    return new Point(bounds, distribution.counts(), distribution.sum() / unit);
  }

  /** The values of one pair of labels, which several methods may share. */
  private record Point(double[] bounds, long[] counts, double sum) {
    private Point plus(Point other) {
      long[] both = counts.clone();
      for (int i = 0; i < both.length; i++) {
        both[i] += other.counts[i];
      }
      return new Point(bounds, both, sum + other.sum);
    }

    private HistogramDataPointSnapshot snapshot(Labels labels) {
      return HistogramDataPointSnapshot.builder()
          .labels(labels)
          .classicHistogramBuckets(ClassicHistogramBuckets.of(bounds, counts))
          .sum(sum)
          .build();
    }
  }
}
