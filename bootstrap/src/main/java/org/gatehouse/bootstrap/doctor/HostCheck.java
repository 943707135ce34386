package org.gatehouse.bootstrap.doctor;

import java.util.TreeSet;
import org.gatehouse.application.endpoint.EndpointName;
import org.gatehouse.bootstrap.config.Configuration;
import org.gatehouse.bootstrap.config.Configuration.Listening;

/** For whom the server answers, and under which names. */
final class HostCheck implements Check {

  @Override
  public void examine(Configuration configuration, Findings findings) {
    Listening listening = configuration.listening();
    if (listening.hosts().isEmpty()) {
      findings.note(
          "any Host is answered",
          "A page of a foreign site whose name is turned to this address can then read, in a"
              + " visitor's browser, what he can reach (DNS rebinding).",
          "name the site's own with --allowed-host");
    } else {
      findings.ok("answered are " + String.join(", ", new TreeSet<>(listening.hosts())));
    }
    boolean metrics = configuration.site().endpoints().contains(EndpointName.METRICS);
    if (metrics && !listening.address().isLoopbackAddress()) {
      findings.note(
          "everyone who reaches the server can read /metrics",
          "It names the thousand busiest paths.",
          "keep it from strangers in the proxy, or leave it out of --endpoints");
    }
  }
}
