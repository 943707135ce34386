package org.gatehouse.bootstrap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.adapter.filesystem.CachedResources;
import org.gatehouse.adapter.filesystem.CodedVariants;
import org.gatehouse.adapter.filesystem.FileResourceRepository;
import org.gatehouse.adapter.filesystem.MemoryLimits;
import org.gatehouse.adapter.filesystem.Sync;
import org.gatehouse.adapter.persistence.CsvETagStore;
import org.gatehouse.adapter.persistence.StoredTags;
import org.gatehouse.adapter.persistence.TextCookieLedger;
import org.gatehouse.adapter.socket.http1.HeadReader;
import org.gatehouse.adapter.socket.http1.WireLimits;
import org.gatehouse.adapter.socket.server.ServerOptions;
import org.gatehouse.adapter.socket.server.SocketServer;
import org.gatehouse.application.ExchangeReport;
import org.gatehouse.application.OriginServer;
import org.gatehouse.application.cookie.VisitorCookies;
import org.gatehouse.application.endpoint.EndpointName;
import org.gatehouse.application.endpoint.Endpoints;
import org.gatehouse.application.endpoint.HealthCheck;
import org.gatehouse.application.endpoint.Lifecycle;
import org.gatehouse.application.error.ErrorResponses;
import org.gatehouse.application.guard.AllowedHosts;
import org.gatehouse.application.guard.Authenticator;
import org.gatehouse.application.guard.Backoff;
import org.gatehouse.application.guard.GuardChain;
import org.gatehouse.application.guard.GuardOptions;
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
import org.gatehouse.application.port.out.CacheGauges;
import org.gatehouse.application.port.out.Clock;
import org.gatehouse.application.port.out.CookieLedger;
import org.gatehouse.application.port.out.CredentialStore;
import org.gatehouse.application.port.out.ETagStore;
import org.gatehouse.application.port.out.Exposition;
import org.gatehouse.application.port.out.IdSource;
import org.gatehouse.application.port.out.ResourceRepository;
import org.gatehouse.application.port.out.ServerGauges;
import org.gatehouse.application.route.Route;
import org.gatehouse.application.route.Routes;
import org.gatehouse.application.route.Trait;
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
import org.gatehouse.domain.media.MediaType;
import org.gatehouse.domain.media.MediaTypes;
import org.gatehouse.domain.target.ResourcePath;

/**
 * The one composition root, of the command line and of an embedded server alike: makes every object
 * of the server and hands it to those who need it. Each method makes one of them, unless {@link
 * Ports} brings another in its stead.
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
  private static final ResourcePath FILES = ResourcePath.of("files");

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

  /** The caches, once there are some. */
  private final List<CacheGauges> caches = new ArrayList<>();

  /** What tells whether the parts are well, in the order in which they were made. */
  private final List<HealthCheck> checks = new ArrayList<>();

  /** Those who may come in, when they are known. */
  private Optional<CredentialStore> credentials = Optional.empty();

  /** The stores, when they are open. */
  private final Closings closings = new Closings();

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
  }

  /** The socket, bound to its port and not yet served. */
  SocketServer socket() throws IOException {
    Limits limits = configuration.limits();
    Times times = configuration.times();
    return SocketServer.open(
        new ServerOptions(
            configuration.listening().socketAddress(),
            Runtime.getRuntime().availableProcessors(),
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
    Mount root = rootMount();
    Mount filesMount = filesMount().orElse(root);
    ETagStore etags = etags();
    Optional<CookieLedger> cookies = cookies();
    Resources resources = resources(root, etags, siteSettings());

    Figures figures = new Figures(traffic, gauges, new AllCaches(caches));
    Endpoints endpoints =
        new Endpoints(
            lifecycle,
            checks,
            figures,
            ports.exposition().orElseGet(() -> prometheus(figures)),
            ports.gzip().orElseGet(GzipCoder::new),
            resources,
            errors,
            clock);
    Resources files = resources(filesMount, etags, filesSettings());
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
        new ExchangeReport(traffic, accessLog, authenticator, clock),
        clock,
        ids);
  }

  /** Tells health checks of the coming end. */
  Lifecycle lifecycle() {
    return lifecycle;
  }

  // The driven side.

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
    return ports.etags().orElseGet(this::etagFile);
  }

  private ETagStore etagFile() {
    CsvETagStore etags = CsvETagStore.open(configuration.var().resolve("etag.csv"));
    closings.add(etags::close);
    checks.add(new HealthCheck("etags", etags::check));
    return etags;
  }

  /** What a file of tags holds, for somebody who is not to change it. */
  static StoredTags storedTags(Path file) {
    return StoredTags.read(file);
  }

  private Optional<CookieLedger> cookies() {
    return site.cookies() ? ports.cookies().or(this::cookieFile) : Optional.empty();
  }

  private Optional<CookieLedger> cookieFile() {
    TextCookieLedger cookies = TextCookieLedger.open(configuration.var().resolve("cookies.txt"));
    closings.add(cookies::close);
    checks.add(new HealthCheck("cookies", cookies::check));
    return Optional.of(cookies);
  }

  /** What is served. */
  private Mount rootMount() {
    ResourceRepository repository =
        watched(ports.resources().orElseGet(() -> cached(files(site.root()), memory())));
    checks.add(new HealthCheck("root", repository::check));
    return Mount.root(repository);
  }

  /** The folder behind /files/; under the root it shares locks and cache with all else there. */
  private Optional<Mount> filesMount() {
    return site.directory().map(this::filesMount);
  }

  private Mount filesMount(Path folder) {
    ResourceRepository repository = watched(cached(files(folder), memory()));
    checks.add(new HealthCheck("files", repository::check));
    return Mount.at(FILES, repository);
  }

  private ResourceRepository watched(ResourceRepository storage) {
    return watch.isPresent() ? watch.get().around(storage) : storage;
  }

  /** The files of a folder, without any memory. */
  FileResourceRepository files(Path folder) {
    FileResourceRepository files =
        watch.isPresent()
            ? FileResourceRepository.untouched(folder)
            : new FileResourceRepository(folder, writing.sync() ? Sync.ALWAYS : Sync.NEVER);
    closings.add(files::close);
    return files;
  }

  private ResourceRepository cached(FileResourceRepository files, MemoryLimits limits) {
    MediaTypes types = MediaTypes.broad();
    ResourceRepository coded =
        new CodedVariants(
            files, path -> types.of(path).filter(MediaType::isTextLike).isPresent(), limits, clock);
    CachedResources cached =
        new CachedResources(coded, files::isAlias, site.cacheValid(), limits, clock);
    caches.add(cached);
    return cached;
  }

  /** Where two repositories share the heap, each has half. */
  private MemoryLimits memory() {
    long heap = Runtime.getRuntime().maxMemory();
    return MemoryLimits.ofHeap(site.directory().isPresent() ? heap / 2 : heap);
  }

  // The core.

  private Resources resources(Mount mount, ETagStore etags, ResourceSettings settings) {
    return new Resources(mount, settings, etags, clock, ids, errors);
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
        writing.policy());
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
    closings.close();
  }
}
