package org.gatehouse.bootstrap.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.bootstrap.config.Configuration.Listening;
import org.gatehouse.bootstrap.option.Given;
import org.gatehouse.bootstrap.option.Setting;
import org.gatehouse.bootstrap.option.Settings;
import org.gatehouse.domain.target.Authority;

/** Reads where the server listens and for which hosts it answers. */
final class ListeningReader {
  private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Settings settings;

  ListeningReader(Settings settings) {
    this.settings = settings;
  }

  Listening read() {
    Given bind = settings.get(Setting.BIND);
    InetAddress address = address(bind);
    return new Listening(
        address, settings.get(Setting.PORT).number(0, 65_535), hosts(bind, address));
  }

  private static InetAddress address(Given bind) {
    try {
      if (!bind.text().isBlank()) {
        return InetAddress.getByName(bind.text());
      }
    } catch (UnknownHostException unknown) {
      throw bind.refused("an address of this machine, or a name of one");
    }
    throw bind.refused("an address of this machine, or a name of one");
  }

  /**
   * The hosts that are answered. Off loopback any host is, until the operator names one: from then
   * on those he named and, so that a check from inside still arrives, the names of loopback.
   */
  private Set<String> hosts(Given bind, InetAddress address) {
    List<Given> named = settings.all(Setting.ALLOWED_HOST);
    if (named.isEmpty() && !address.isLoopbackAddress()) {
      return Set.of();
    }
    Set<String> hosts = new LinkedHashSet<>(LOOPBACK_NAMES);
    hosts.add(UriHost.of(address));
    host(bind.text()).ifPresent(hosts::add);
    named.forEach(given -> hosts.add(allowed(given)));
    return hosts;
  }

  private static String allowed(Given given) {
    return host(given.text())
        .orElseThrow(() -> given.refused("a host name or address without a port"));
  }

  /** The text as a host without a port; an IPv6 address may come without brackets. */
  private static Optional<String> host(String text) {
    boolean bareIpv6 = text.indexOf(':') != text.lastIndexOf(':') && !text.startsWith("[");
    return Authority.parse(bareIpv6 ? "[" + text + "]" : text)
        .filter(authority -> authority.port() < 0 && !text.endsWith(":"))
        .map(Authority::host);
  }
}
