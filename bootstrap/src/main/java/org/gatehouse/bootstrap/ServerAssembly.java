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
import org.gatehouse.adapter.filesystem.SpoolFolder;
import org.gatehouse.adapter.filesystem.Sync;
import org.gatehouse.adapter.persistence.CsvETagStore;
import org.gatehouse.adapter.persistence.TextCookieLedger;
import org.gatehouse.adapter.socket.http1.WireLimits;
import org.gatehouse.adapter.socket.server.ServerOptions;
import org.gatehouse.adapter.socket.server.SocketServer;
import org.gatehouse.application.ExchangeReport;
import org.gatehouse.application.OriginServer;
import org.gatehouse.application.cookie.VisitorCookies;
import org.gatehouse.application.endpoint.AssetEndpoint;
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
import org.gatehouse.application.port.out.CacheGauges;
import org.gatehouse.application.port.out.Clock;
import org.gatehouse.application.port.out.CookieLedger;
import org.gatehouse.application.port.out.CredentialStore;
import org.gatehouse.application.port.out.IdSource;
import org.gatehouse.application.port.out.ResourceRepository;
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
import org.gatehouse.domain.media.MediaType;
import org.gatehouse.domain.media.MediaTypes;
import org.gatehouse.domain.target.ResourcePath;

/**
 * The one composition root: makes every object of the server and hands it to those who need it.
 * Each method makes one of them.
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

  /** What all listings that are being sent may take of the disk, in octets. */
  private static final long MOST_SPOOLED = 1L << 30;

  /** What a range of an archive may cost: as much as a disk reads in a few seconds, in octets. */
  private static final long MOST_READ_FOR_RANGE = 1L << 30;

  private static final ResourcePath FILES = ResourcePath.of("files");

  private final Configuration configuration;
  private final Site site;
  private final Writing writing;

  private final Clock clock = new SystemClock();
  private final IdSource ids = new RandomIds();
  private final Lifecycle lifecycle = new Lifecycle(clock);
  private final TrafficCounters traffic = new TrafficCounters();
  private final ErrorResponses errors = new ErrorResponses();

  /** Packs folders; one for all, since they share its memory of checksums. */
  private final Archiver archiver =
      new ZipArchiver(Runtime.getRuntime().maxMemory(), MOST_READ_FOR_RANGE);

  /** The caches, once there are some. */
  private final List<CacheGauges> caches = new ArrayList<>();

  /** Those who may come in, when they are known. */
  private Optional<CredentialStore> credentials = Optional.empty();

  /** The stores, when they are open. */
  private final Closings closings = new Closings();

  ServerAssembly(Configuration configuration) {
    this.configuration = configuration;
    this.site = configuration.site();
    this.writing = configuration.writing();
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
            new WireLimits(limits.target(), limits.fieldSection(), MOST_FIELDS, limits.content())));
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
    CsvETagStore etags = etags();
    Optional<TextCookieLedger> cookies = cookies();
    ResourceRepository repository = cached(files(site.root()), memory());
    Mount root = Mount.root(repository);
    Mount filesMount = filesMount().orElse(root);
    Spool spool = new SpoolFolder(configuration.var(), MOST_SPOOLED);
    Resources resources = resources(root, etags, siteSettings(), spool);

    Figures figures = new Figures(traffic, gauges, new AllCaches(caches));
    Endpoints endpoints =
        new Endpoints(
            lifecycle,
            checks(root, filesMount, etags, cookies),
            figures,
            new PrometheusExposition(figures, lifecycle, Version.number()),
            new GzipCoder(),
            resources,
            errors,
            clock);
    addPages(endpoints);
    Resources files = resources(filesMount, etags, filesSettings(), spool);
    endpoints.add(EndpointName.FILES, List.of(Route.of("/files/{name}", files, Trait.STORES)));
    JsonUpload upload = jsonUpload(root, etags);
    endpoints.add(EndpointName.UPLOAD, List.of(Route.of("/upload", upload, Trait.STORES)));

    Routes routes = new Routes(endpoints.on(site.endpoints()), resources);
    Authenticator authenticator = new Authenticator(credentials, backoff());
    return new OriginServer(
        GuardChain.of(guardOptions(), routes, repository, authenticator, errors),
        routes,
        errors,
        new VisitorCookies(ids, cookies.map(ledger -> (CookieLedger) ledger)),
        new ExchangeReport(traffic, accessLog, authenticator, clock),
        clock,
        ids);
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

  // The driven side.

  /**
   * Reads who may come in.
   *
   * @throws StartFailure if there is a file of them that cannot be used
   */
  void openCredentials() throws StartFailure {
    Optional<Path> file = writing.credentials().file();
    credentials =
        file.isPresent()
            ? Optional.of(AuthFile.open(file.get(), site, clock))
            : writing.credentials().user().map(OneUser::new);
  }

  private Optional<Backoff> backoff() {
    return writing.backoff() ? Optional.of(new Backoff(clock)) : Optional.empty();
  }

  /** The tags that were seen. */
  CsvETagStore etags() {
    CsvETagStore etags = CsvETagStore.open(configuration.var().resolve("etag.csv"));
    closings.add(etags::close);
    return etags;
  }

  private Optional<TextCookieLedger> cookies() {
    if (!site.cookies()) {
      return Optional.empty();
    }
    TextCookieLedger cookies = TextCookieLedger.open(configuration.var().resolve("cookies.txt"));
    closings.add(cookies::close);
    return Optional.of(cookies);
  }

  /** The files of a folder, without any memory. */
  FileResourceRepository files(Path folder) {
    FileResourceRepository files =
        new FileResourceRepository(folder, writing.sync() ? Sync.ALWAYS : Sync.NEVER);
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

  private Resources resources(
      Mount mount, CsvETagStore etags, ResourceSettings settings, Spool spool) {
    FolderView folders =
        new FolderListing(mount, settings, site.listing(), spool, archiver, errors);
    return new Resources(mount, settings, folders, etags, clock, ids, errors);
  }

  private JsonUpload jsonUpload(Mount mount, CsvETagStore etags) {
    return new JsonUpload(
        mount, siteSettings(), etags, clock, ids, new JacksonJsonSyntax(), errors);
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

  /** The folder behind /files/; under the root it shares locks and cache with all else there. */
  private Optional<Mount> filesMount() {
    return site.directory().map(folder -> Mount.at(FILES, cached(files(folder), memory())));
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

  private static List<HealthCheck> checks(
      Mount root, Mount files, CsvETagStore etags, Optional<TextCookieLedger> cookies) {
    List<HealthCheck> checks = new ArrayList<>();
    checks.add(new HealthCheck("root", root.repository()::check));
    if (files != root) {
      checks.add(new HealthCheck("files", files.repository()::check));
    }
    checks.add(new HealthCheck("etags", etags::check));
    cookies.ifPresent(ledger -> checks.add(new HealthCheck("cookies", ledger::check)));
    return checks;
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
