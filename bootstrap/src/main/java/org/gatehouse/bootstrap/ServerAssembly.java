package org.gatehouse.bootstrap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gatehouse.adapter.filesystem.FileResourceRepository;
import org.gatehouse.adapter.socket.http1.HeadReader;
import org.gatehouse.adapter.socket.http1.WireLimits;
import org.gatehouse.adapter.socket.server.ServerOptions;
import org.gatehouse.adapter.socket.server.SocketServer;
import org.gatehouse.application.ExchangeReport;
import org.gatehouse.application.OriginServer;
import org.gatehouse.application.cookie.VisitorCookies;
import org.gatehouse.application.endpoint.AssetEndpoint;
import org.gatehouse.application.endpoint.EndpointName;
import org.gatehouse.application.endpoint.Endpoints;
import org.gatehouse.application.endpoint.Lifecycle;
import org.gatehouse.application.error.ErrorResponses;
import org.gatehouse.application.guard.AllowedHosts;
import org.gatehouse.application.guard.Authenticator;
import org.gatehouse.application.guard.Backoff;
import org.gatehouse.application.guard.GuardChain;
import org.gatehouse.application.guard.GuardOptions;
import org.gatehouse.application.listing.FolderListing;
import org.gatehouse.application.method.FolderView;
import org.gatehouse.application.method.JsonUpload;
import org.gatehouse.application.method.Mount;
import org.gatehouse.application.method.ResourceSettings;
import org.gatehouse.application.method.ResourceSettings.Posting;
import org.gatehouse.application.method.Resources;
import org.gatehouse.application.metrics.AllCaches;
import org.gatehouse.application.metrics.Figures;
import org.gatehouse.application.metrics.TrafficCounters;
import org.gatehouse.application.port.in.Origin;
import org.gatehouse.application.port.out.AccessLog;
import org.gatehouse.application.port.out.Archiver;
import org.gatehouse.application.port.out.Clock;
import org.gatehouse.application.port.out.CookieLedger;
import org.gatehouse.application.port.out.CredentialStore;
import org.gatehouse.application.port.out.ETagStore;
import org.gatehouse.application.port.out.Exposition;
import org.gatehouse.application.port.out.IdSource;
import org.gatehouse.application.port.out.ServerGauges;
import org.gatehouse.application.port.out.Spool;
import org.gatehouse.application.route.Route;
import org.gatehouse.application.route.Routes;
import org.gatehouse.application.route.Trait;
import org.gatehouse.bootstrap.archive.ZipArchiver;
import org.gatehouse.bootstrap.asset.ClassPathAssets;
import org.gatehouse.bootstrap.coding.GzipCoder;
import org.gatehouse.bootstrap.config.Configuration;
import org.gatehouse.bootstrap.config.Configuration.Limits;
import org.gatehouse.bootstrap.config.Configuration.Site;
import org.gatehouse.bootstrap.config.Configuration.Times;
import org.gatehouse.bootstrap.config.Configuration.Writing;
import org.gatehouse.bootstrap.credentials.OneUser;
import org.gatehouse.bootstrap.exposition.PrometheusExposition;
import org.gatehouse.bootstrap.json.JacksonJsonSyntax;
import org.gatehouse.bootstrap.system.Descriptors;
import org.gatehouse.bootstrap.system.RandomIds;
import org.gatehouse.bootstrap.system.SystemClock;
import org.gatehouse.domain.media.MediaTypes;
import org.gatehouse.domain.target.ResourcePath;
import org.slf4j.helpers.NOPLogger;

/**
 * The one composition root, of the command line and of an embedded server alike: makes every object
 * of the server and hands it to those who need it. Each method makes one of them, unless {@link
 * Ports} brings another in its stead. What keeps things is made by {@link StorageAssembly}.
 *
 * <pre>
 *   socket ──► origin ──► guards ──► routes ──► endpoints
 *                                       │           │
 *                                       ▼           ▼
 *                                   resources ──► /files/
 *                                       │           │
 *              etags, cookies ◄─────────┤           │
 *                                       ▼           ▼
 *                      cache ──► gzip ──► files   (another folder, if one was named)
 * </pre>
 */
final class ServerAssembly implements AutoCloseable {
  private static final int MOST_FIELDS = 100;

  /** What a range of an archive may cost: as much as a disk reads in a few seconds, in octets. */
  private static final long MOST_READ_FOR_RANGE = 1L << 30;

  private final Configuration configuration;
  private final Site site;
  private final Writing writing;
  private final Ports ports;
  private final Optional<Watch> watch;

  private final Clock clock;
  private final IdSource ids;
  private final Lifecycle lifecycle;
  private final TrafficCounters traffic = new TrafficCounters();
  private final ErrorResponses errors = new ErrorResponses();

  /** Packs folders; one for all, since they share its memory of checksums. */
  private final Archiver archiver;

  /** The driven side. */
  private final StorageAssembly storage;

  /** Those who may come in, when they are known. */
  private Optional<CredentialStore> credentials = Optional.empty();

  /** Of a server that runs on its own adapters alone. */
  ServerAssembly(Configuration configuration) {
    this(configuration, Ports.none());
  }

  /** Of a server to which somebody brings adapters, guards and routes of his own. */
  ServerAssembly(Configuration configuration, Ports ports) {
    this(configuration, ports, Optional.empty());
  }

  /** Of a server that is only rehearsed, and changes nothing before it is asked to write. */
  ServerAssembly(Configuration configuration, Ports ports, Watch watch) {
    this(configuration, ports, Optional.of(watch));
  }

  private ServerAssembly(Configuration configuration, Ports ports, Optional<Watch> watch) {
    this.watch = watch;
    this.configuration = configuration;
    this.site = configuration.site();
    this.writing = configuration.writing();
    this.ports = ports;
    this.clock = ports.clock().orElseGet(SystemClock::new);
    this.ids = ports.ids().orElseGet(RandomIds::new);
    this.lifecycle = new Lifecycle(clock);
    this.archiver = ports.archiver().orElseGet(ServerAssembly::zip);
    this.storage = new StorageAssembly(configuration, ports, watch, clock);
  }

  private static Archiver zip() {
    return new ZipArchiver(Runtime.getRuntime().maxMemory(), MOST_READ_FOR_RANGE);
  }

  /** The socket, bound to its port and not yet served. */
  SocketServer socket() throws IOException {
    Limits limits = configuration.limits();
    Times times = configuration.times();
    return SocketServer.open(
        new ServerOptions(
            configuration.listening().socketAddress(),
            limits.loops(),
            limits.workers(),
            limits.queue(),
            connections(),
            limits.requestsPerConnection(),
            new ServerOptions.Timeouts(times.idle(), times.header(), times.body(), times.write()),
            wireLimits()));
  }

  private WireLimits wireLimits() {
    Limits limits = configuration.limits();
    return new WireLimits(limits.target(), limits.fieldSection(), MOST_FIELDS, limits.content());
  }

  /** Reads heads as the socket does. */
  HeadReader headReader() {
    return new HeadReader(wireLimits());
  }

  /** How many connections may be open: what was asked for, as far as descriptors suffice. */
  private int connections() {
    Limits limits = configuration.limits();
    return Descriptors.ofProcess().connections(limits.connections(), limits.workers());
  }

  /**
   * The origin server with all that stands behind it.
   *
   * @throws org.gatehouse.application.port.out.StorageFailure if a store cannot be opened
   */
  Origin origin(ServerGauges gauges, Optional<AccessLog> accessLog) {
    Mount root = storage.rootMount();
    Mount filesMount = storage.filesMount().orElse(root);
    ETagStore etags = storage.etags();
    Optional<CookieLedger> cookies = storage.cookies();
    Spool spool = storage.spool();
    Resources resources = resources(root, etags, siteSettings(), spool);

    Figures figures = new Figures(traffic, gauges, new AllCaches(storage.caches()));
    Endpoints endpoints =
        new Endpoints(
            lifecycle,
            storage.checks(),
            figures,
            ports.exposition().orElseGet(() -> prometheus(figures)),
            ports.gzip().orElseGet(GzipCoder::new),
            resources,
            errors,
            clock);
    addPages(endpoints);
    Resources files = resources(filesMount, etags, filesSettings(), spool);
    endpoints.add(EndpointName.FILES, List.of(Route.of("/files/{name}", files, Trait.STORES)));
    JsonUpload upload = jsonUpload(root, etags);
    endpoints.add(EndpointName.UPLOAD, List.of(Route.of("/upload", upload, Trait.STORES)));

    Routes routes = new Routes(endpoints.on(site.endpoints(), ports.routes()), resources);
    Authenticator authenticator = new Authenticator(credentials, backoff());
    watch.ifPresent(each -> each.sees(routes));
    GuardChain guards =
        GuardChain.of(guardOptions(), routes, root.repository(), authenticator, errors)
            .followedBy(ports.guards());
    return new OriginServer(
        watch.isPresent() ? watch.get().around(guards) : guards,
        routes,
        errors,
        new VisitorCookies(ids, cookies),
        report(accessLog, authenticator),
        clock,
        ids);
  }

  /** What is only rehearsed leaves no record. */
  private ExchangeReport report(Optional<AccessLog> accessLog, Authenticator authenticator) {
    return watch.isPresent()
        ? new ExchangeReport(traffic, accessLog, authenticator, clock, NOPLogger.NOP_LOGGER)
        : new ExchangeReport(traffic, accessLog, authenticator, clock);
  }

  /** The server's own pages, and what they are made of where there are any. */
  private void addPages(Endpoints endpoints) {
    AssetEndpoint assets = new AssetEndpoint(new ClassPathAssets(new GzipCoder()), errors);
    endpoints.add(EndpointName.DASHBOARD, List.of(assets.dashboard()));
    if (site.endpoints().contains(EndpointName.DASHBOARD) || !site.listing().roots().isEmpty()) {
      endpoints.add(assets.files());
    }
  }

  /** Tells health checks of the coming end. */
  Lifecycle lifecycle() {
    return lifecycle;
  }

  /**
   * Reads who may come in.
   *
   * @throws StartFailure if there is a file of them that cannot be used
   */
  void openCredentials() throws StartFailure {
    Optional<Path> file = writing.credentials().file();
    if (ports.credentials().isPresent()) {
      credentials = ports.credentials();
    } else if (file.isPresent()) {
      credentials = Optional.of(AuthFile.open(file.get(), site, clock));
    } else {
      credentials = writing.credentials().user().map(OneUser::new);
    }
  }

  private Optional<Backoff> backoff() {
    return writing.backoff() ? Optional.of(new Backoff(clock)) : Optional.empty();
  }

  /** The tags that were seen. */
  ETagStore etags() {
    return storage.etags();
  }

  /** The files of a folder, without any memory. */
  FileResourceRepository files(Path folder) {
    return storage.files(folder);
  }

  // The core.

  private Resources resources(
      Mount mount, ETagStore etags, ResourceSettings settings, Spool spool) {
    FolderView folders =
        new FolderListing(mount, settings, site.listing(), spool, archiver, errors);
    return new Resources(mount, settings, folders, etags, clock, ids, errors);
  }

  private JsonUpload jsonUpload(Mount mount, ETagStore etags) {
    return new JsonUpload(
        mount,
        siteSettings(),
        etags,
        clock,
        ids,
        ports.json().orElseGet(JacksonJsonSyntax::new),
        errors);
  }

  private ResourceSettings siteSettings() {
    return new ResourceSettings(
        site.types(), site.attachments(), site.dotfiles(), writing.policy(), Posting.NEW_NAME);
  }

  private ResourceSettings filesSettings() {
    return new ResourceSettings(
        MediaTypes.broad().servingUnknown(),
        site.attachments(),
        site.dotfiles(),
        writing.policy(),
        Posting.OVERWRITE);
  }

  private GuardOptions guardOptions() {
    AllowedHosts hosts =
        configuration.listening().hosts().isEmpty()
            ? AllowedHosts.any()
            : AllowedHosts.only(configuration.listening().hosts());
    return new GuardOptions(
        configuration.limits().target(),
        configuration.limits().content(),
        hosts,
        site.redirects(),
        writing.policy(),
        !site.listing().covers(ResourcePath.ROOT));
  }

  private Exposition prometheus(Figures figures) {
    return new PrometheusExposition(figures, lifecycle, Version.number());
  }

  /**
   * Flushes and closes the stores. Closing again does nothing.
   *
   * @throws org.gatehouse.application.port.out.StorageFailure if what they were given is lost by
   *     that
   */
  @Override
  public void close() {
    storage.close();
  }
}
