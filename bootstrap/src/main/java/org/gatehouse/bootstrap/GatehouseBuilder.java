package org.gatehouse.bootstrap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gatehouse.application.guard.Guard;
import org.gatehouse.application.port.out.AccessLog;
import org.gatehouse.application.port.out.Archiver;
import org.gatehouse.application.port.out.Clock;
import org.gatehouse.application.port.out.ContentCoder;
import org.gatehouse.application.port.out.CookieLedger;
import org.gatehouse.application.port.out.CredentialStore;
import org.gatehouse.application.port.out.ETagStore;
import org.gatehouse.application.port.out.Exposition;
import org.gatehouse.application.port.out.IdSource;
import org.gatehouse.application.port.out.JsonSyntax;
import org.gatehouse.application.port.out.ResourceRepository;
import org.gatehouse.application.port.out.Spool;
import org.gatehouse.application.route.Route;
import org.gatehouse.bootstrap.config.Configuration;
import org.gatehouse.bootstrap.option.Setting;

/**
 * Describes a {@link Gatehouse}: the options of the command line, each under its name; the ports,
 * each of which takes an adapter of yours; guards and routes beside those of the server. Whatever
 * is not said holds as on the command line, but that no file is touched: nothing is served without
 * {@link #root} or {@link #resources}, and nothing is kept without {@link #var}.
 *
 * <p>Adapters that are handed in are yours: the server does not close them. All of them are called
 * by several threads. The options of logs are missing, because an embedded server configures none;
 * its records go to SLF4J, and those of exchanges to {@link #accessLog}.
 *
 * <p>Can be started several times; not safe for use by several threads.
 */
public final class GatehouseBuilder extends TypedOptions {
  private Optional<ResourceRepository> resources = Optional.empty();
  private Optional<ETagStore> etags = Optional.empty();
  private Optional<CookieLedger> cookies = Optional.empty();
  private Optional<CredentialStore> credentials = Optional.empty();
  private Optional<AccessLog> accessLog = Optional.empty();
  private Optional<Clock> clock = Optional.empty();
  private Optional<IdSource> ids = Optional.empty();
  private Optional<JsonSyntax> json = Optional.empty();
  private Optional<ContentCoder> gzip = Optional.empty();
  private Optional<Exposition> exposition = Optional.empty();
  private Optional<Spool> spool = Optional.empty();
  private Optional<Archiver> archiver = Optional.empty();
  private final List<Guard> guards = new ArrayList<>();
  private final List<Route> routes = new ArrayList<>();

  GatehouseBuilder() {
    // Without a root the command line serves the demo site, and lists a folder of it.
    listing("none");
  }

  @Override
  GatehouseBuilder self() {
    return this;
  }

  /**
   * What is served and written, instead of a folder. It answers without the cache that folders
   * have.
   */
  public GatehouseBuilder resources(ResourceRepository repository) {
    this.resources = Optional.of(repository);
    return this;
  }

  /** Remembers entity tags, instead of memory or the var folder. */
  public GatehouseBuilder etagStore(ETagStore store) {
    this.etags = Optional.of(store);
    return this;
  }

  /** Keeps the ids of visitors, instead of the var folder. With it, visitors get cookies. */
  public GatehouseBuilder cookieLedger(CookieLedger ledger) {
    this.cookies = Optional.of(ledger);
    return this;
  }

  /** Those who may come in, instead of {@link #auth} and {@link #authFile}. */
  public GatehouseBuilder credentialStore(CredentialStore store) {
    this.credentials = Optional.of(store);
    return this;
  }

  /** Takes a record of every exchange. */
  public GatehouseBuilder accessLog(AccessLog log) {
    this.accessLog = Optional.of(log);
    return this;
  }

  /**
   * Tells the time, instead of the machine: dates, uptime, waits for credentials. How long the
   * network is waited for, the machine's clock measures.
   */
  public GatehouseBuilder clock(Clock clock) {
    this.clock = Optional.of(clock);
    return this;
  }

  /** Makes ids, instead of chance. */
  public GatehouseBuilder idSource(IdSource source) {
    this.ids = Optional.of(source);
    return this;
  }

  /** Judges uploaded JSON, instead of Jackson. */
  public GatehouseBuilder jsonSyntax(JsonSyntax syntax) {
    this.json = Optional.of(syntax);
    return this;
  }

  /** Makes gzip of an echo, instead of the JDK. */
  public GatehouseBuilder contentCoder(ContentCoder coder) {
    this.gzip = Optional.of(coder);
    return this;
  }

  /** Writes {@code /metrics} in Prometheus' formats, instead of its client library. */
  public GatehouseBuilder exposition(Exposition exposition) {
    this.exposition = Optional.of(exposition);
    return this;
  }

  /** Keeps listings until they are sent, instead of files without a name. */
  public GatehouseBuilder spool(Spool place) {
    this.spool = Optional.of(place);
    return this;
  }

  /** Makes archives of folders, instead of ZIP. */
  public GatehouseBuilder archiver(Archiver maker) {
    this.archiver = Optional.of(maker);
    return this;
  }

  /**
   * A further guard. It is asked behind those of the server, in the order in which they were added:
   * the path of what it sees can be read, and credentials, where a write takes some, were right.
   */
  public GatehouseBuilder guard(Guard guard) {
    guards.add(Objects.requireNonNull(guard));
    return this;
  }

  /**
   * A further route. It is tried before the endpoints, in the order in which they were added, and
   * listed with them.
   */
  public GatehouseBuilder route(Route route) {
    routes.add(Objects.requireNonNull(route));
    return this;
  }

  /**
   * Starts the server; whoever starts it closes it.
   *
   * @throws IllegalArgumentException if a value is not allowed, with those that are; or if two
   *     values exclude each other
   * @throws IOException if the machine does not let it: the port is in use, the root is missing
   */
  public Gatehouse start() throws IOException {
    Configuration configuration = configuration();
    requireSense();
    try {
      RunningServer server = RunningServer.start(configuration, ports(), closings -> accessLog);
      return new Gatehouse(server, configuration.listening());
    } catch (StartFailure failure) {
      throw new IOException(failure.getMessage(), failure);
    }
  }

  private void requireSense() {
    require(!(isSet(Setting.ROOT) && resources.isPresent()), "root, resources: only one of them");
    boolean accounts = isSet(Setting.AUTH) || isSet(Setting.AUTH_FILE);
    require(
        !(accounts && credentials.isPresent()),
        "auth, authFile, credentialStore: only one of them");
    require(
        !isSetTo(Setting.COOKIES, "on") || cookies.isPresent() || isSet(Setting.VAR),
        "cookies: var or cookieLedger has to say where their ids are kept");
  }

  private static void require(boolean sense, String otherwise) {
    if (!sense) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  private Ports ports() {
    return new Ports(
        isSet(Setting.ROOT) ? Optional.empty() : resources.or(() -> Optional.of(new NoResources())),
        etags,
        cookies,
        credentials,
        clock,
        ids,
        json,
        gzip,
        exposition,
        spool,
        archiver,
        guards,
        routes,
        !isSet(Setting.VAR));
  }
}
