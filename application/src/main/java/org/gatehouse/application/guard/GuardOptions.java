package org.gatehouse.application.guard;

import java.util.Map;
import org.gatehouse.application.route.WritePolicy;

/**
 * What an operator chooses of the guards.
 *
 * @param longestTarget in octets ({@code --max-uri})
 * @param largestContent in octets ({@code --max-body})
 * @param hosts that are answered for ({@code --allowed-host})
 * @param redirects from path to path or URI ({@code --redirect})
 * @param writes who may write ({@code --writes})
 */
public record GuardOptions(
    int longestTarget,
    long largestContent,
    AllowedHosts hosts,
    Map<String, String> redirects,
    WritePolicy writes) {

  /** Copies the map. */
  public GuardOptions {
    redirects = Map.copyOf(redirects);
  }
}
