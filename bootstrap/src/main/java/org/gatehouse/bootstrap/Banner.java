package org.gatehouse.bootstrap;

import java.util.List;
import org.gatehouse.application.endpoint.EndpointName;
import org.gatehouse.bootstrap.config.Configuration;
import org.gatehouse.bootstrap.config.Configuration.Writing;

/** What the operator is told once the socket is bound. */
final class Banner {
  private static final String NO_CREDENTIALS = " until credentials are set (--auth)";

  private Banner() {}

  /** The lines, the address first. */
  static List<String> lines(Configuration configuration, int port) {
    String address = "http://" + configuration.listening().host() + ":" + port;
    boolean metrics = configuration.site().endpoints().contains(EndpointName.METRICS);
    return List.of(
        "Address : " + address,
        "Serving : " + configuration.site().root().toAbsolutePath().normalize(),
        "Writes  : " + writes(configuration.writing()),
        "Metrics : " + (metrics ? address + "/metrics" : "off"));
  }

  private static String writes(Writing writing) {
    boolean locked = writing.credentials().areNone();
    return switch (writing.policy()) {
      case OPEN -> "open, DELETE " + (locked ? "refused" + NO_CREDENTIALS : "with credentials");
      case AUTHENTICATED -> locked ? "refused" + NO_CREDENTIALS : "authenticated";
      case OFF -> "off";
    };
  }
}
