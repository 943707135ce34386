package org.gatehouse.application.fake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatehouse.application.port.body.Part;
import org.gatehouse.application.port.out.Child;
import org.gatehouse.application.port.out.Children;
import org.gatehouse.application.port.out.Clock;
import org.gatehouse.application.port.out.Lookup;
import org.gatehouse.application.port.out.Obstacle;
import org.gatehouse.application.port.out.Representation;
import org.gatehouse.application.port.out.ResourceRepository;
import org.gatehouse.application.port.out.ResourceState;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.application.port.out.Upload;
import org.gatehouse.application.port.out.WriteOutcome;
import org.gatehouse.application.port.out.WriteRule;
import org.gatehouse.domain.media.MediaTypes;
import org.gatehouse.domain.negotiation.ContentCoding;
import org.gatehouse.domain.target.ResourcePath;

/**
 * Resources in memory, with the behaviour that every {@link ResourceRepository} has.
 *
 * <p>It knows the plain content, sidecars ({@code name.br}, {@code name.zst}, {@code name.gz} that
 * are not older than the resource) and, for text-like types of {@value
 * InMemoryVariants#LEAST_OCTETS} octets or more, a gzip made at the first opening. {@link #peek}
 * always answers, unless looking up is set to fail.
 *
 * <p>For tests it counts what is open, what was ever opened and staged, and fails where it is told
 * to. All state is guarded by one lock, which stands for the lock of every path.
 */
public final class InMemoryResourceRepository implements ResourceRepository {
  private final Clock clock;
  private final InMemoryTree tree = new InMemoryTree();
  private final InMemoryVariants variants;
  private final Map<Step, StorageFailure.Kind> failures = new EnumMap<>(Step.class);
  private final AtomicInteger openRepresentations = new AtomicInteger();
  private final AtomicInteger openUploads = new AtomicInteger();
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger staged = new AtomicInteger();

  /** The steps that can be set to fail. */
  public enum Step {
    /** {@link ResourceRepository#find}; a peek then knows nothing. */
    FIND,
    /** Opening a representation. */
    OPEN,
    /** {@link ResourceRepository#stage}. */
    STAGE,
    /** {@link Upload#write}. */
    WRITE,
    /** {@link Upload#replace} and {@link Upload#create}, after the rule has agreed. */
    COMMIT,
    /** {@link ResourceRepository#remove}, after the rule has agreed. */
    REMOVE,
    /** {@link ResourceRepository#check}. */
    CHECK
  }

  /** An empty repository that goes by the machine's clock. */
  public InMemoryResourceRepository() {
    this(new MachineClock());
  }

  /** An empty repository that takes the types of the broad table for its decision on gzip. */
  public InMemoryResourceRepository(Clock clock) {
    this(clock, MediaTypes.broad());
  }

  /**
   * An empty repository.
   *
   * @param clock gives the modification times
   * @param types tells which paths are text-like
   */
  public InMemoryResourceRepository(Clock clock, MediaTypes types) {
    this.clock = clock;
    this.variants = new InMemoryVariants(tree, types);
  }

  @Override
  public synchronized Optional<Lookup> peek(ResourcePath path) {
    return failures.containsKey(Step.FIND) ? Optional.empty() : Optional.of(find(path));
  }

  @Override
  public synchronized Lookup find(ResourcePath path) {
    failIf(Step.FIND);
    return tree.look(addressable(path))
        .map(Lookup::absent)
        .orElseGet(() -> Lookup.found(new InMemoryResource(this, path, variants.of(path))));
  }

  @Override
  public synchronized Children children(ResourcePath folder, String after, int most) {
    failIf(Step.FIND);
    List<Child> behind =
        tree.children(addressable(folder).segments()).stream()
            .filter(child -> Child.ORDER.compare(child.name(), after) > 0)
            .toList();
    return behind.size() <= most
        ? Children.last(behind)
        : new Children(behind.subList(0, most), Optional.of(behind.get(most - 1).name()));
  }

  @Override
  public synchronized Optional<Obstacle> obstacle(ResourcePath path) {
    return tree.obstacle(addressable(path));
  }

  @Override
  public synchronized Upload stage(ResourcePath path) {
    addressable(path);
    failIf(Step.STAGE);
    staged.incrementAndGet();
    openUploads.incrementAndGet();
    return new InMemoryUpload(this);
  }

  @Override
  public synchronized WriteOutcome remove(ResourcePath path, WriteRule rule) {
    Optional<Obstacle> obstacle = obstacle(path);
    boolean exists = tree.get(path).isPresent();
    if (obstacle.isPresent() && (exists || obstacle.get() != Obstacle.DENIED)) {
      return WriteOutcome.hindered(obstacle.get());
    }
    if (!exists) {
      return WriteOutcome.missing();
    }
    if (rule.judge(Optional.of(resource(path))).isEmpty()) {
      return WriteOutcome.refused();
    }
    failIf(Step.REMOVE);
    tree.remove(path);
    return WriteOutcome.removed();
  }

  @Override
  public synchronized void check() {
    failIf(Step.CHECK);
  }

  /** Stores under the lock; what both ways of committing an upload have in common. */
  synchronized WriteOutcome store(
      ResourcePath path, byte[] content, WriteRule rule, boolean mayReplace) {
    Optional<Obstacle> obstacle = obstacle(path);
    if (obstacle.isPresent()) {
      return WriteOutcome.hindered(obstacle.get());
    }
    boolean exists = tree.get(path).isPresent();
    if (exists && !mayReplace) {
      return WriteOutcome.taken();
    }
    Optional<Instant> floor = rule.judge(exists ? Optional.of(resource(path)) : Optional.empty());
    if (floor.isEmpty()) {
      return WriteOutcome.refused();
    }
    failIf(Step.COMMIT);
    Instant now = clock.now();
    Instant next = floor.get().plusNanos(1);
    Instant modified = now.isBefore(next) ? next : now;
    tree.put(path, content, modified);
    return WriteOutcome.stored(new ResourceState(modified, content.length), !exists);
  }

  private InMemoryResource resource(ResourcePath path) {
    return new InMemoryResource(this, path, variants.of(path));
  }

  private static ResourcePath addressable(ResourcePath path) {
    if (!path.isAddressable()) {
      throw new IllegalArgumentException("nobody asks a repository for " + path);
    }
    return path;
  }

  // What the resources and uploads of this repository share with it.

  synchronized Optional<Representation> open(ResourcePath path, ContentCoding coding) {
    failIf(Step.OPEN);
    if (tree.look(path).isPresent()) {
      return Optional.empty();
    }
    return variants.of(path).stream()
        .filter(stored -> stored.variant().coding() == coding)
        .findFirst()
        .map(this::open);
  }

  private Representation open(InMemoryVariants.Stored stored) {
    InMemorySlice slice =
        new InMemorySlice(stored.octets().get(), openRepresentations::decrementAndGet);
    opened.incrementAndGet();
    openRepresentations.incrementAndGet();
    return new Representation(stored.variant(), Part.of(slice));
  }

  void uploadClosed() {
    openUploads.decrementAndGet();
  }

  synchronized void failIf(Step step) {
    StorageFailure.Kind kind = failures.get(step);
    if (kind != null) {
      throw new StorageFailure(kind, "set to fail at " + step, null);
    }
  }

  // For tests.

  /** Makes a step fail from now on. */
  public synchronized void failAt(Step step, StorageFailure.Kind kind) {
    failures.put(step, kind);
  }

  /** Makes every step work again. */
  public synchronized void heal() {
    failures.clear();
  }

  /** Puts text where no rule is asked, modified now; folders are made. */
  public ResourceState put(String path, String text) {
    return put(path, text.getBytes(StandardCharsets.UTF_8), clock.now());
  }

  /** Puts content where no rule is asked; folders are made. */
  public synchronized ResourceState put(String path, byte[] content, Instant modified) {
    tree.put(path(path), content.clone(), modified);
    return new ResourceState(modified, content.length);
  }

  /** Removes a resource where no rule is asked, if it is there. */
  public synchronized void drop(String path) {
    tree.remove(path(path));
  }

  /** Makes a folder, and those above it. */
  public synchronized void makeFolder(String path) {
    tree.makeFolder(path(path).segments());
  }

  /** Takes away the permission to read and write a resource, or a folder with all that is below. */
  public synchronized void deny(String path) {
    tree.deny(path(path));
  }

  /** Takes away the permission to write a resource, or a folder with all that is below. */
  public synchronized void protect(String path) {
    tree.protect(path(path));
  }

  /** The plain content of a path as text; empty if there is none. Does not count as opened. */
  public synchronized Optional<String> text(String path) {
    return tree.get(path(path)).map(file -> new String(file.octets(), StandardCharsets.UTF_8));
  }

  /** The paths of all resources, sorted. */
  public synchronized SortedSet<String> paths() {
    return tree.paths();
  }

  private static ResourcePath path(String text) {
    String[] names = text.replaceAll("^/|/$", "").split("/");
    return text.equals("/") ? ResourcePath.ROOT : ResourcePath.of(names);
  }

  /** How many representations are open: 0 when nothing leaks. */
  public int openRepresentations() {
    return openRepresentations.get();
  }

  /** How many uploads are not closed yet, committed or not: 0 when nothing leaks. */
  public int openUploads() {
    return openUploads.get();
  }

  /** How many representations were ever opened. */
  public int opened() {
    return opened.get();
  }

  /** How many uploads were ever staged. */
  public int staged() {
    return staged.get();
  }
}
