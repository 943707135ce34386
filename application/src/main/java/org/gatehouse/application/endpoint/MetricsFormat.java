package org.gatehouse.application.endpoint;

import java.util.List;
import java.util.Optional;
import org.gatehouse.application.route.FormatParameter;
import org.gatehouse.application.route.Request;
import org.gatehouse.domain.media.MediaType;
import org.gatehouse.domain.negotiation.Accept;

/** The forms in which the figures can be had. */
enum MetricsFormat {
  JSON(MediaType.JSON),
  PROMETHEUS(new MediaType("text", "plain", List.of("version=0.0.4", "charset=utf-8"))),
  OPENMETRICS(
      new MediaType("application", "openmetrics-text", List.of("version=1.0.0", "charset=utf-8")));

  private static final FormatParameter<MetricsFormat> PARAMETER = new FormatParameter<>(values());

  private final MediaType type;

  MetricsFormat(MediaType type) {
    this.type = type;
  }

  String contentType() {
    return type.toString();
  }

  /** What {@code ?format=} takes. */
  static String words() {
    return PARAMETER.words();
  }

  /**
   * The format that the query names, else the one that Accept prefers, else JSON.
   *
   * @return empty if the query names one that there is not
   */
  static Optional<MetricsFormat> askedBy(Request request) {
    return PARAMETER.askedBy(request, MetricsFormat::preferredBy);
  }

  private static MetricsFormat preferredBy(Accept accept) {
    MetricsFormat preferred = JSON;
    for (MetricsFormat format : values()) {
      if (accept.preferenceFor(format.type) > accept.preferenceFor(preferred.type)) {
        preferred = format;
      }
    }
    return preferred;
  }
}
