package org.gatehouse.bootstrap;

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
import org.gatehouse.adapter.persistence.MemoryETagStore;
import org.gatehouse.adapter.persistence.StoredTags;
import org.gatehouse.adapter.persistence.TextCookieLedger;
import org.gatehouse.application.endpoint.HealthCheck;
import org.gatehouse.application.method.Mount;
import org.gatehouse.application.port.out.CacheGauges;
import org.gatehouse.application.port.out.Clock;
import org.gatehouse.application.port.out.CookieLedger;
import org.gatehouse.application.port.out.ETagStore;
import org.gatehouse.application.port.out.ResourceRepository;
import org.gatehouse.application.port.out.Spool;
import org.gatehouse.bootstrap.config.Configuration;
import org.gatehouse.bootstrap.config.Configuration.Site;
import org.gatehouse.bootstrap.config.Configuration.Writing;
import org.gatehouse.domain.media.MediaType;
import org.gatehouse.domain.media.MediaTypes;
import org.gatehouse.domain.target.ResourcePath;

/**
 * The driven half of the composition root: makes what keeps resources, tags, cookies and listings,
 * and closes it. See {@link ServerAssembly}.
 */
final class StorageAssembly implements AutoCloseable {
  /** What all listings that are being sent may take of the disk, in octets. */
  private static final long MOST_SPOOLED = 1L << 30;

  private static final ResourcePath FILES = ResourcePath.of("files");

  private final Configuration configuration;
  private final Site site;
  private final Writing writing;
  private final Ports ports;
  private final Optional<Watch> watch;
  private final Clock clock;

  /** The caches, once there are some. */
  private final List<CacheGauges> caches = new ArrayList<>();

  /** What tells whether the parts are well, in the order in which they were made. */
  private final List<HealthCheck> checks = new ArrayList<>();

  /** The stores, when they are open. */
  private final Closings closings = new Closings();

  StorageAssembly(Configuration configuration, Ports ports, Optional<Watch> watch, Clock clock) {
    this.configuration = configuration;
    this.site = configuration.site();
    this.writing = configuration.writing();
    this.ports = ports;
    this.watch = watch;
    this.clock = clock;
  }

  /** The tags that were seen. */
  ETagStore etags() {
    return ports.etags().orElseGet(ports.memory() ? MemoryETagStore::open : this::etagFile);
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

  /** Where the ids of visitors go; empty if none are given. */
  Optional<CookieLedger> cookies() {
    if (!site.cookies()) {
      return Optional.empty();
    }
    return ports.memory() ? ports.cookies() : ports.cookies().or(this::cookieFile);
  }

  private Optional<CookieLedger> cookieFile() {
    TextCookieLedger cookies = TextCookieLedger.open(configuration.var().resolve("cookies.txt"));
    closings.add(cookies::close);
    checks.add(new HealthCheck("cookies", cookies::check));
    return Optional.of(cookies);
  }

  /** Where listings wait. */
  Spool spool() {
    return ports.spool().orElseGet(this::spoolFolder);
  }

  /** A server without a var folder has them where the machine keeps what is passing. */
  private Spool spoolFolder() {
    Path folder =
        ports.memory() ? Path.of(System.getProperty("java.io.tmpdir")) : configuration.var();
    return new SpoolFolder(folder, MOST_SPOOLED);
  }

  /** What is served. */
  Mount rootMount() {
    ResourceRepository repository =
        watched(ports.resources().orElseGet(() -> cached(files(site.root()), memory())));
    checks.add(new HealthCheck("root", repository::check));
    return Mount.root(repository);
  }

  /** The folder behind /files/; under the root it shares locks and cache with all else there. */
  Optional<Mount> filesMount() {
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
    closings.add(cached::close);
    return cached;
  }

  /** Where two repositories share the heap, each has half. */
  private MemoryLimits memory() {
    long heap = Runtime.getRuntime().maxMemory();
    return MemoryLimits.ofHeap(site.directory().isPresent() ? heap / 2 : heap);
  }

  /** The caches that were made. */
  List<CacheGauges> caches() {
    return caches;
  }

  /** What tells whether all that was made is well. */
  List<HealthCheck> checks() {
    return checks;
  }

  /** Flushes and closes the stores. Closing again does nothing. */
  @Override
  public void close() {
    closings.close();
  }
}
