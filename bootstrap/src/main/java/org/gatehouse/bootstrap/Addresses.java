package org.gatehouse.bootstrap;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.bootstrap.config.Configuration.Listening;
import org.gatehouse.bootstrap.config.UriHost;

/** The addresses at which a server that listens on all of them is reached from other machines. */
final class Addresses {
  private Addresses() {}

  /**
   * Those of this machine, as hosts of URIs, IPv4 first: it is what people can read out. An address
   * that requests may not name ({@code --allowed-host}) is of no use, nor is one that takes the
   * name of an interface with it.
   */
  static List<String> fromOutside(Listening listening) {
    InetAddress bound = listening.address();
    List<InetAddress> all = bound.isAnyLocalAddress() ? ofInterfaces() : List.of(bound);
    return all.stream()
        .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
        .sorted(Comparator.comparing(address -> !(address instanceof Inet4Address)))
        .map(UriHost::of)
        .distinct()
        .filter(host -> isAnswered(listening.hosts(), host))
        .toList();
  }

  private static boolean isAnswered(Set<String> hosts, String host) {
    return hosts.isEmpty() || hosts.contains(host);
  }

  /** In the order in which the system counts its interfaces: the virtual ones come late. */
  private static List<InetAddress> ofInterfaces() {
    List<InetAddress> addresses = new ArrayList<>();
    try (Stream<NetworkInterface> interfaces = NetworkInterface.networkInterfaces()) {
      for (NetworkInterface each :
          interfaces
              .sorted(Comparator.comparingInt(NetworkInterface::getIndex))
              .collect(Collectors.toList())) {
        if (each.isUp()) {
          each.inetAddresses().forEach(addresses::add);
        }
      }
    } catch (SocketException unknown) {
      // The server is reached all the same; there is only nothing to tell of it.
      return List.copyOf(addresses);
    }
    return addresses;
  }
}
