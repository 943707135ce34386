package org.gatehouse.bootstrap;

import java.util.ArrayList;
import java.util.List;
import org.gatehouse.application.endpoint.EndpointName;
import org.gatehouse.bootstrap.config.Configuration;
import org.gatehouse.bootstrap.config.Configuration.Listening;
import org.gatehouse.bootstrap.config.Configuration.Writing;
import org.gatehouse.bootstrap.terminal.QrCode;

/** What the operator is told once the socket is bound. */
final class Banner {
  private static final String NO_CREDENTIALS = " until credentials are set (--auth)";
  private static final String ONLY_HERE =
      "QR code : none, only this machine can reach it (--bind 0.0.0.0 lets others in)";
  private static final String NOWHERE =
      "QR code : none, this machine has no address by which others may ask for it";

  private Banner() {}

  /** The lines, the address first. */
  static List<String> lines(Configuration configuration, int port) {
    Listening listening = configuration.listening();
    String address = url(listening.host(), port);
    boolean metrics = configuration.site().endpoints().contains(EndpointName.METRICS);
    List<String> lines = new ArrayList<>();
    lines.add("Address : " + address);
    if (listening.address().isAnyLocalAddress()) {
      Addresses.fromOutside(listening).forEach(host -> lines.add("Reach   : " + url(host, port)));
    }
    lines.add("Serving : " + configuration.site().root().toAbsolutePath().normalize());
    lines.add("Writes  : " + writes(configuration.writing()));
    lines.add("Metrics : " + (metrics ? address + "/metrics" : "off"));
    return lines;
  }

  /** A QR code of the first address that others reach, or why there is none. */
  static List<String> qr(Configuration configuration, int port) {
    Listening listening = configuration.listening();
    if (listening.address().isLoopbackAddress()) {
      return List.of(ONLY_HERE);
    }
    List<String> hosts = Addresses.fromOutside(listening);
    if (hosts.isEmpty()) {
      return List.of(NOWHERE);
    }
    String url = url(hosts.get(0), port);
    List<String> lines = new ArrayList<>();
    lines.add("QR code : " + url);
    lines.addAll(QrCode.lines(url));
    return lines;
  }

  private static String url(String host, int port) {
    return "http://" + host + ":" + port;
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
