package org.gatehouse.bootstrap.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.gatehouse.bootstrap.config.Configuration.Listening;
import org.gatehouse.bootstrap.option.Given;
import org.gatehouse.bootstrap.option.Setting;
import org.gatehouse.bootstrap.option.Settings;
import org.gatehouse.bootstrap.option.UsageError;

/** Reads which server is asked for its health. */
public final class ProbeReader {
  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Set<String> SCHEMES = Set.of("http", "https");
  private static final int LARGEST_PORT = 65_535;

  private ProbeReader() {}

  /**
   * Reads what it takes to ask, and nothing else: what the server makes of its other settings is
   * its own affair.
   *
   * @throws org.gatehouse.bootstrap.option.UsageError for the first value that is not allowed
   */
  public static Probe read(Settings settings) {
    return new Probe(
        settings.find(Setting.URL).map(ProbeReader::named).orElseGet(() -> own(settings)),
        settings.get(Setting.TIMEOUT).duration(SHORTEST));
  }

  /** The health of the server that these settings would start. */
  private static URI own(Settings settings) {
    Listening listening = new ListeningReader(settings).read();
    if (listening.port() == 0) {
      throw settings.get(Setting.PORT).refused("here the port of a running server, or else --url");
    }
    return listening.uri(listening.port()).resolve("health");
  }

  private static URI named(Given given) {
    try {
      URI uri = new URI(given.text());
      if (isAskable(uri)) {
        return uri;
      }
    } catch (URISyntaxException malformed) {
      throw unusable(given);
    }
    throw unusable(given);
  }

  private static boolean isAskable(URI uri) {
    return uri.getScheme() != null
        && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
        && uri.getHost() != null
        && uri.getPort() != 0
        && uri.getPort() <= LARGEST_PORT
        && uri.getRawUserInfo() == null;
  }

  /** Not repeated: what somebody took for a part of a URL may be a password. */
  private static UsageError unusable(Given given) {
    return given.refusedInSecret(
        "an http or https URL without user, such as http://[::1]:8080/health");
  }
}
