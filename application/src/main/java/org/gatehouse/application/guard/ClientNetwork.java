package org.gatehouse.application.guard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Whom a client's address stands for: an IPv4 address for itself, an IPv6 address for its /64,
 * within which one subscriber takes any address he likes (RFC 6177 §2).
 */
final class ClientNetwork {
  private static final int GROUPS = 8;
  private static final int PREFIX_GROUPS = 4;

  private ClientNetwork() {}

  /**
   * The network of an address.
   *
   * @param address in text, without brackets, perhaps with a zone (RFC 4007 §11)
   */
  static String of(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    if (address.indexOf('.') >= 0) {
      // An IPv4 address in an IPv6 one (RFC 4291 §2.5.5).
      return address.substring(address.lastIndexOf(':') + 1);
    }
    int zone = address.indexOf('%');
    String plain = zone < 0 ? address : address.substring(0, zone);
    return String.join(":", groups(plain).subList(0, PREFIX_GROUPS)) + "::/64";
  }

  /** At least eight groups, each without leading zeros. */
  private static List<String> groups(String plain) {
    int elision = plain.indexOf("::");
    List<String> groups =
        new ArrayList<>(written(elision < 0 ? plain : plain.substring(0, elision)));
    List<String> tail = elision < 0 ? List.of() : written(plain.substring(elision + 2));
    groups.addAll(Collections.nCopies(Math.max(0, GROUPS - groups.size() - tail.size()), "0"));
    groups.addAll(tail);
    return groups;
  }

  private static List<String> written(String part) {
    List<String> groups = new ArrayList<>();
    for (String group : part.split(":")) {
      if (!group.isEmpty()) {
        groups.add(group.toLowerCase(Locale.ROOT).replaceFirst("^0+(?=.)", ""));
      }
    }
    return groups;
  }
}
