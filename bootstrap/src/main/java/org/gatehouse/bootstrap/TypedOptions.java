package org.gatehouse.bootstrap;

import java.net.InetAddress;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.application.endpoint.EndpointName;
import org.gatehouse.application.route.WritePolicy;
import org.gatehouse.bootstrap.config.Configuration;
import org.gatehouse.bootstrap.config.ConfigurationReader;
import org.gatehouse.bootstrap.option.Given;
import org.gatehouse.bootstrap.option.Setting;
import org.gatehouse.bootstrap.option.Settings;
import org.gatehouse.bootstrap.option.UsageError;

/**
 * The options of the command line, each as a method of its name that takes what it means. They are
 * written into the same table and read by the same reader as flags and variables, so that what is
 * allowed, and what holds where nothing is said, is told in one place.
 */
abstract sealed class TypedOptions permits GatehouseBuilder {
  private final Map<Setting, List<Given>> given = new EnumMap<>(Setting.class);

  TypedOptions() {}

  abstract GatehouseBuilder self();

  private GatehouseBuilder set(Setting setting, Object value) {
    Given text = new Given(method(setting), value.toString());
    given.computeIfAbsent(setting, none -> new ArrayList<>()).add(text);
    return self();
  }

  /** How the method of a setting is called: {@code maxBody} for {@code --max-body}. */
  static String method(Setting setting) {
    String[] words = setting.flag().substring(2).split("-");
    StringBuilder name = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
    }
    return name.toString();
  }

  private GatehouseBuilder set(Setting setting, Duration duration) {
    return set(setting, duration.toMillis() + "ms");
  }

  private GatehouseBuilder set(Setting setting, Path path) {
    if (!path.getFileSystem().equals(FileSystems.getDefault())) {
      throw new IllegalArgumentException(method(setting) + ": not a path of this machine");
    }
    return set(setting, (Object) path.toAbsolutePath());
  }

  /** Whether an option was set. */
  final boolean isSet(Setting setting) {
    return given.containsKey(setting);
  }

  /** The word that a setting was last set to; empty text if it was not. */
  final boolean isSetTo(Setting setting, String word) {
    List<Given> all = given.getOrDefault(setting, List.of());
    return !all.isEmpty() && all.get(all.size() - 1).text().equals(word);
  }

  /**
   * All options together, those that were not set with the defaults of the command line. The
   * environment has no say.
   *
   * @throws IllegalArgumentException if a value is not allowed; it says which are
   */
  final Configuration configuration() {
    try {
      return ConfigurationReader.read(new Settings(given, Map.of()));
    } catch (UsageError mistake) {
      throw new IllegalArgumentException(mistake.getMessage(), mistake);
    }
  }

  /** Where to listen; 0 picks a free port, which {@link Gatehouse#port} tells. */
  public final GatehouseBuilder port(int port) {
    return set(Setting.PORT, port);
  }

  /** The address to listen on; loopback by default. */
  public final GatehouseBuilder bind(InetAddress address) {
    return set(Setting.BIND, address.getHostAddress());
  }

  /** A further host that requests may ask for, without port. Can be said several times. */
  public final GatehouseBuilder allowedHost(String host) {
    return set(Setting.ALLOWED_HOST, host);
  }

  /** The folder that is served. Without it, and without a repository, there are no resources. */
  public final GatehouseBuilder root(Path folder) {
    return set(Setting.ROOT, folder);
  }

  /**
   * The folder in which entity tags and ids of visitors are kept. Without it, tags are kept in
   * memory and no cookies given.
   */
  public final GatehouseBuilder var(Path folder) {
    return set(Setting.VAR, folder);
  }

  /** The folder behind {@code /files/}; it is made if there is none. */
  public final GatehouseBuilder directory(Path folder) {
    return set(Setting.DIRECTORY, folder);
  }

  /** Which endpoints are on; an empty set for none. */
  public final GatehouseBuilder endpoints(Set<EndpointName> names) {
    String list = names.stream().map(Given::word).collect(Collectors.joining(","));
    return set(Setting.ENDPOINTS, names.isEmpty() ? "none" : list);
  }

  /** Serves these extensions only, without their dots. */
  public final GatehouseBuilder types(String... extensions) {
    return set(Setting.TYPES, String.join(",", extensions));
  }

  /** Whether all other extensions are served as well, as {@code application/octet-stream}. */
  public final GatehouseBuilder unknownTypes(boolean served) {
    return set(Setting.UNKNOWN_TYPES, served ? "octet-stream" : "refuse");
  }

  /** Whether names that begin with a dot are served and written. */
  public final GatehouseBuilder dotfiles(boolean served) {
    return set(Setting.DOTFILES, served);
  }

  /** Extensions, without their dots, that are sent as a download. */
  public final GatehouseBuilder attachment(String... extensions) {
    return set(Setting.ATTACHMENT, String.join(",", extensions));
  }

  /**
   * A path that has moved, and the path or URL to which it has. Can be said several times.
   *
   * @throws IllegalArgumentException if the old path holds an equals sign, which no option could
   *     say
   */
  public final GatehouseBuilder redirect(String from, String to) {
    if (from.indexOf('=') >= 0) {
      throw new IllegalArgumentException("redirect: no path with an equals sign");
    }
    return set(Setting.REDIRECT, from + "=" + to);
  }

  /**
   * The URL path of a folder that is listed with all below it, such as {@code /pub/}. Can be said
   * several times; of an embedded server none is listed unless it is said.
   */
  public final GatehouseBuilder listing(String folder) {
    return set(Setting.LISTING, folder);
  }

  /** Whether a new visitor gets an id in a cookie; takes {@link #var} or a ledger. */
  public final GatehouseBuilder cookies(boolean given) {
    return set(Setting.COOKIES, onOff(given));
  }

  /** How long a cached file of {@link #root} is trusted before it is looked at again. */
  public final GatehouseBuilder cacheValid(Duration time) {
    return set(Setting.CACHE_VALID, time);
  }

  /** Who may write. DELETE takes credentials always. */
  public final GatehouseBuilder writes(WritePolicy policy) {
    return set(Setting.WRITES, Given.word(policy));
  }

  /**
   * The credentials for writing.
   *
   * @throws IllegalArgumentException for a user with a colon (RFC 7617 §2)
   */
  public final GatehouseBuilder auth(String user, String password) {
    if (user.indexOf(':') >= 0) {
      throw new IllegalArgumentException("auth: a user without colon");
    }
    return set(Setting.AUTH, user + ":" + password);
  }

  /** A file of several credentials, as {@code htpasswd -B} writes it. */
  public final GatehouseBuilder authFile(Path file) {
    return set(Setting.AUTH_FILE, file);
  }

  /** Whether an address that presented ten wrong credentials has to wait. */
  public final GatehouseBuilder authBackoff(boolean on) {
    return set(Setting.AUTH_BACKOFF, onOff(on));
  }

  /** Whether a write to {@link #root} is forced to the disk before it is answered. */
  public final GatehouseBuilder sync(boolean always) {
    return set(Setting.SYNC, always ? "always" : "never");
  }

  /** Threads that serve connections. */
  public final GatehouseBuilder loops(int count) {
    return set(Setting.LOOPS, count);
  }

  /** Threads that wait for storage. */
  public final GatehouseBuilder workers(int count) {
    return set(Setting.WORKERS, count);
  }

  /** Requests that may wait for a worker before others are refused. */
  public final GatehouseBuilder queue(int count) {
    return set(Setting.QUEUE, count);
  }

  /** Connections that may be open. */
  public final GatehouseBuilder maxConnections(int count) {
    return set(Setting.MAX_CONNECTIONS, count);
  }

  /** Requests that one connection may send. */
  public final GatehouseBuilder maxRequestsPerConnection(int count) {
    return set(Setting.MAX_REQUESTS_PER_CONNECTION, count);
  }

  /** The longest request target, in octets. */
  public final GatehouseBuilder maxUri(int octets) {
    return set(Setting.MAX_URI, octets);
  }

  /** The largest field section, in octets. */
  public final GatehouseBuilder maxHeaders(int octets) {
    return set(Setting.MAX_HEADERS, octets);
  }

  /** The largest content of a request, in octets. */
  public final GatehouseBuilder maxBody(long octets) {
    return set(Setting.MAX_BODY, octets);
  }

  /** How long a connection may wait for its next request. */
  public final GatehouseBuilder idleTimeout(Duration time) {
    return set(Setting.IDLE_TIMEOUT, time);
  }

  /** How long a request's head may take. */
  public final GatehouseBuilder headerTimeout(Duration time) {
    return set(Setting.HEADER_TIMEOUT, time);
  }

  /** How long content may stall. */
  public final GatehouseBuilder bodyTimeout(Duration time) {
    return set(Setting.BODY_TIMEOUT, time);
  }

  /** How long a client may take no octet of its response. */
  public final GatehouseBuilder writeTimeout(Duration time) {
    return set(Setting.WRITE_TIMEOUT, time);
  }

  /** How long requests in flight, and clients between two of them, have when the server closes. */
  public final GatehouseBuilder shutdownTimeout(Duration time) {
    return set(Setting.SHUTDOWN_TIMEOUT, time);
  }

  /** How long to go on serving, with {@code /health} at 503, before the server closes. */
  public final GatehouseBuilder drainDelay(Duration time) {
    return set(Setting.DRAIN_DELAY, time);
  }

  private static String onOff(boolean on) {
    return on ? "on" : "off";
  }
}
