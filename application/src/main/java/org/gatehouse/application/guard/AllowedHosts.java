package org.gatehouse.application.guard;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.domain.target.Authority;

/**
 * The hosts under whose names this server answers (RFC 9110 §7.4). A list of them keeps a page of a
 * foreign site, whose name was turned to this address, from reading what is only meant for those
 * who are near (DNS rebinding).
 */
public final class AllowedHosts {
  private static final AllowedHosts ANY = new AllowedHosts(Optional.empty());

  private final Optional<Set<String>> hosts;

  private AllowedHosts(Optional<Set<String>> hosts) {
    this.hosts = hosts;
  }

  /** Every host. */
  public static AllowedHosts any() {
    return ANY;
  }

  /**
   * Only these, with the port of the server or none.
   *
   * @param hosts names and addresses in any case, an IPv6 address in brackets
   * @throws IllegalArgumentException if one is not a host, or has a port
   */
  public static AllowedHosts only(Collection<String> hosts) {
    Set<String> names = new HashSet<>();
    for (String host : hosts) {
      Optional<Authority> authority = Authority.parse(host);
      if (authority.isEmpty() || host.length() != authority.get().host().length()) {
        throw new IllegalArgumentException("not a host without a port: " + host);
      }
      names.add(authority.get().host());
    }
    return new AllowedHosts(Optional.of(Set.copyOf(names)));
  }

  /** Whether the server that was reached on this port answers for this authority. */
  boolean contain(Authority authority, int serverPort) {
    if (hosts.isEmpty()) {
      return true;
    }
    boolean samePort = authority.port() == -1 || authority.port() == serverPort;
    return samePort && hosts.get().contains(authority.host());
  }
}
