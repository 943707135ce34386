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
 * @param greets whether {@code /} without an index is answered with a greeting, rather than by what
 *     is shown of the folder ({@code --listing})
 */
public record GuardOptions(
    int longestTarget,
    long largestContent,
    AllowedHosts hosts,
    Map<String, String> redirects,
    WritePolicy writes,
    boolean greets) {

  /** What an operator chooses who lets no folder be shown. */
  public GuardOptions(
      int longestTarget,
      long largestContent,
      AllowedHosts hosts,
      Map<String, String> redirects,
      WritePolicy writes) {
    this(longestTarget, largestContent, hosts, redirects, writes, true);
  }

  /** Copies the map. */
  public GuardOptions {
    redirects = Map.copyOf(redirects);
  }
}
