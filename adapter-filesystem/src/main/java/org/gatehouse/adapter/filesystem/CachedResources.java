package org.gatehouse.adapter.filesystem;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.gatehouse.application.port.out.CacheGauges;
import org.gatehouse.application.port.out.Children;
import org.gatehouse.application.port.out.Clock;
import org.gatehouse.application.port.out.Lookup;
import org.gatehouse.application.port.out.Obstacle;
import org.gatehouse.application.port.out.ResourceRepository;
import org.gatehouse.application.port.out.Upload;
import org.gatehouse.application.port.out.WriteOutcome;
import org.gatehouse.application.port.out.WriteRule;
import org.gatehouse.domain.target.ResourcePath;

/**
 * Remembers what was looked up, and the content of what is small, so that {@link #peek} and opening
 * need neither a system call nor a lock.
 *
 * <p>What is remembered is trusted for a while, then looked at again and, if nothing has changed,
 * trusted anew. A write through this repository is seen at once by everybody: what was known of its
 * path is forgotten before the write and nothing is remembered until after it. A path that leads
 * through a link is never trusted, for a write to the true path would go unnoticed.
 *
 * <p>Around any repository: two of its resources are taken for the same if they are equal.
 */
public final class CachedResources implements ResourceRepository, CacheGauges, AutoCloseable {
  private final ResourceRepository storage;
  private final Predicate<ResourcePath> aliases;
  private final Clock clock;
  private final long validNanos;
  private final ContentKeeper keeper;
  private final Memory memory;
  private final WriteFences fences = new WriteFences();
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();

  /**
   * A repository around another.
   *
   * @param storage what keeps the resources
   * @param aliases whether a path's resource may be written under another path as well; may wait
   * @param valid how long what was looked up is trusted; zero: never
   * @param limits of memory
   * @param clock measures the time
   */
  public CachedResources(
      ResourceRepository storage,
      Predicate<ResourcePath> aliases,
      Duration valid,
      MemoryLimits limits,
      Clock clock) {
    this.storage = storage;
    this.aliases = aliases;
    this.clock = clock;
    this.validNanos = valid.toNanos();
    this.keeper = new ContentKeeper(limits.largestContent(), clock::nanoTime);
    this.memory = new Memory(limits, new Settling(clock), keeper);
  }

  @Override
  public Optional<Lookup> peek(ResourcePath path) {
    Remembered remembered = memory.get(path);
    if (remembered != null && remembered.isTrusted(clock.nanoTime(), validNanos)) {
      hits.increment();
      return remembered.answer();
    }
    return remembered == null ? storage.peek(path) : Optional.empty();
  }

  @Override
  public Lookup find(ResourcePath path) {
    misses.increment();
    long now = clock.nanoTime();
    long ticket = fences.ticket(path);
    Lookup found = storage.find(path);
    boolean trustworthy = !aliases.test(path);
    Remembered known = memory.get(path);
    if (known != null && known.isStill(found, trustworthy)) {
      known.renew(now);
      return known.answer().orElseThrow();
    }
    Remembered fresh = memory.made(path, found, now, trustworthy);
    fences.remember(path, ticket, () -> memory.put(path, fresh));
    return fresh.answer().orElseThrow();
  }

  @Override
  public Children children(ResourcePath folder, String after, int most) {
    return storage.children(folder, after, most);
  }

  @Override
  public Optional<Obstacle> obstacle(ResourcePath path) {
    return storage.obstacle(path);
  }

  @Override
  public Upload stage(ResourcePath path) {
    return new FencedUpload(storage.stage(path));
  }

  @Override
  public WriteOutcome remove(ResourcePath path, WriteRule rule) {
    return fenced(path, () -> storage.remove(path, rule));
  }

  @Override
  public void check() {
    storage.check();
  }

  private WriteOutcome fenced(ResourcePath path, Supplier<WriteOutcome> write) {
    Collection<ResourcePath> touched = Touched.by(path);
    fences.begin(touched, () -> memory.forget(touched));
    try {
      return write.get();
    } finally {
      fences.end(touched);
    }
  }

  @Override
  public long hits() {
    return hits.sum();
  }

  @Override
  public long misses() {
    return misses.sum();
  }

  @Override
  public long entries() {
    return memory.size();
  }

  @Override
  public long octets() {
    return memory.octets();
  }

  /** Closes what is kept open and has not been asked for lately. Happens by itself as well. */
  void closeIdle() {
    keeper.sweep();
  }

  /** Lets go of what is kept open. */
  @Override
  public void close() {
    keeper.close();
  }

  /** Forgets what is known of a path before the path is written. */
  private final class FencedUpload extends ForwardingUpload {
    private FencedUpload(Upload upload) {
      super(upload);
    }

    @Override
    public WriteOutcome replace(ResourcePath path, WriteRule rule) {
      return fenced(path, () -> upload.replace(path, rule));
    }

    @Override
    public WriteOutcome create(ResourcePath path, WriteRule rule) {
      return fenced(path, () -> upload.create(path, rule));
    }
  }
}
