package org.gatehouse.domain.target;

import java.util.Locale;
import java.util.Optional;

/**
 * Host and optional port of a Host field or an absolute target (RFC 9110 §7.2, RFC 3986 §3.2).
 *
 * @param host in lower case; an IPv6 literal keeps its brackets
 * @param port 0 to 65535, or -1 where none was given
 */
public record Authority(String host, int port) {

  /**
   * Reads {@code host [ ":" port ]}. User information, an empty host, an IPv6 literal that is not
   * one, percent-encoding and a comma, which would make a list of it, are refused: nothing this
   * server is reached by needs them, and two readers could take them for different hosts.
   *
   * @return empty if it is refused or malformed
   */
  public static Optional<Authority> parse(String text) {
    int colon = text.startsWith("[") ? afterLiteral(text) : text.indexOf(':');
    String host = colon < 0 ? text : text.substring(0, colon);
    if (!isHost(host)) {
      return Optional.empty();
    }
    boolean withPort = colon >= 0 && colon < text.length() - 1;
    int port = withPort ? port(text, colon + 1) : -1;
    return withPort && port < 0
        ? Optional.empty()
        : Optional.of(new Authority(host.toLowerCase(Locale.ROOT), port));
  }

  /**
   * The index of the colon after an IPv6 literal; -1 if the text ends there or goes on otherwise.
   */
  private static int afterLiteral(String text) {
    int next = text.indexOf(']') + 1;
    return next > 0 && next < text.length() && text.charAt(next) == ':' ? next : -1;
  }

  private static boolean isHost(String host) {
    if (host.startsWith("[")) {
      return host.endsWith("]") && Ipv6.isAddress(host.substring(1, host.length() - 1));
    }
    for (int i = 0; i < host.length(); i++) {
      if (host.charAt(i) == ',' || !UriCharacters.isRegName(host.charAt(i))) {
        return false;
      }
    }
    return !host.isEmpty();
  }

  /** Digits alone, at most 65535; else -1. */
  private static int port(String text, int from) {
    int port = 0;
    for (int i = from; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      port = 10 * port + digit;
      if (port > 65535) {
        return -1;
      }
    }
    return port;
  }

  @Override
  public String toString() {
    return port < 0 ? host : host + ":" + port;
  }
}
