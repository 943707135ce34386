package org.gatehouse.bootstrap.config;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Addresses as the host of a URI, the way clients write them (RFC 3986 §3.2.2, RFC 5952 §4). */
public final class UriHost {
  private UriHost() {}

  /** The address: IPv6 in brackets, its longest run of zeros shortened, without its scope. */
  public static String of(InetAddress address) {
    String text = address.getHostAddress();
    if (!(address instanceof Inet6Address)) {
      return text;
    }
    int scope = text.indexOf('%');
    return "[" + shortened(scope < 0 ? text : text.substring(0, scope)) + "]";
  }

  private static String shortened(String address) {
    List<String> groups = Arrays.asList(address.split(":"));
    for (int length = groups.size(); length > 1; length--) {
      int start = Collections.indexOfSubList(groups, Collections.nCopies(length, "0"));
      if (start >= 0) {
        String before = String.join(":", groups.subList(0, start));
        String after = String.join(":", groups.subList(start + length, groups.size()));
        return before + "::" + after;
      }
    }
    return address;
  }
}
