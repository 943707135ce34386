package org.gatehouse.bootstrap.exposition;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.gatehouse.application.endpoint.Lifecycle;
import org.gatehouse.application.metrics.Figures;
import org.gatehouse.application.port.out.Exposition;

/** Writes the server's figures, and those of the JVM that the library knows. */
public final class PrometheusExposition implements Exposition {
  private final TrafficFamilies traffic;
  private final ServerFamilies server;

  /**
   * An exposition.
   *
   * @param figures of the server
   * @param lifecycle tells its uptime
   * @param version of the server
   */
  public PrometheusExposition(Figures figures, Lifecycle lifecycle, String version) {
    this.traffic = new TrafficFamilies(figures.traffic());
    this.server = new ServerFamilies(figures, lifecycle, version);
  }

  /** What the library needs at its first use only: a start without a scrape does not pay for it. */
  private static final class Library {
    private static final PrometheusRegistry JVM = new PrometheusRegistry();
    private static final ExpositionFormatWriter PROMETHEUS = PrometheusTextFormatWriter.create();
    private static final ExpositionFormatWriter OPEN_METRICS = OpenMetricsTextFormatWriter.create();

    static {
      JvmMetrics.builder().register(JVM);
    }
  }

  @Override
  public byte[] write(Format format) {
    ExpositionFormatWriter writer =
        switch (format) {
          case PROMETHEUS -> Library.PROMETHEUS;
          case OPEN_METRICS -> Library.OPEN_METRICS;
        };
    ByteArrayOutputStream text = new ByteArrayOutputStream(16 * 1024);
    try {
      writer.write(text, snapshots(), EscapingScheme.UNDERSCORE_ESCAPING);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toByteArray();
  }

  private MetricSnapshots snapshots() {
    Stream<MetricSnapshot> own = Stream.concat(traffic.snapshot(), server.snapshot());
    return new MetricSnapshots(Stream.concat(own, Library.JVM.scrape().stream()).toList());
  }
}
