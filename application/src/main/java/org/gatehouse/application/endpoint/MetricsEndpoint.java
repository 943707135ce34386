package org.gatehouse.application.endpoint;

import java.util.List;
import java.util.Optional;
import org.gatehouse.application.metrics.Figures;
import org.gatehouse.application.port.body.Body;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.port.out.Exposition;
import org.gatehouse.application.route.Refusals;
import org.gatehouse.application.route.Request;
import org.gatehouse.application.route.Route;
import org.gatehouse.application.route.Trait;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.message.Status;

/**
 * Tells the figures: as JSON, or in a format of Prometheus for whoever asks for it, by {@code
 * ?format=} or by Accept.
 *
 * <p>JSON is made at once, so it can be had also when no worker is free. The other formats hold
 * figures of the JVM, and asking for these may take a while.
 */
final class MetricsEndpoint {
  private static final Refusal UNKNOWN_FORMAT =
      Refusal.of(Status.BAD_REQUEST, "The format is one of " + MetricsFormat.words() + ".");

  private final MetricsJson json;
  private final Exposition exposition;
  private final Refusals refusals;

  MetricsEndpoint(Figures figures, Lifecycle lifecycle, Exposition exposition, Refusals refusals) {
    this.json = new MetricsJson(figures, lifecycle);
    this.exposition = exposition;
    this.refusals = refusals;
  }

  List<Route> routes() {
    return List.of(Route.of("/metrics", Endpoint.reading(this::decide), Trait.UNCOUNTED));
  }

  private Decision decide(Request request) {
    Optional<MetricsFormat> format = MetricsFormat.askedBy(request);
    if (format.isEmpty()) {
      return Decision.answer(refusals.of(request, UNKNOWN_FORMAT));
    }
    return switch (format.get()) {
      case JSON -> answer(MetricsFormat.JSON, json.write());
      case PROMETHEUS -> expose(MetricsFormat.PROMETHEUS, Exposition.Format.PROMETHEUS);
      case OPENMETRICS -> expose(MetricsFormat.OPENMETRICS, Exposition.Format.OPEN_METRICS);
    };
  }

  private Decision expose(MetricsFormat format, Exposition.Format written) {
    return Decision.later(() -> answer(format, exposition.write(written)));
  }

  private static Decision answer(MetricsFormat format, byte[] content) {
    FieldLines fields =
        FieldLines.builder()
            .add(FieldName.CONTENT_TYPE, format.contentType())
            .add(FieldName.CACHE_CONTROL, "no-store")
            .add(FieldName.VARY, FieldName.ACCEPT)
            .build();
    return Decision.answer(Response.of(Status.OK, fields, Body.of(content)));
  }
}
