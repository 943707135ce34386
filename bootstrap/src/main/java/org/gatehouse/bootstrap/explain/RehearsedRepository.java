package org.gatehouse.bootstrap.explain;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.gatehouse.application.port.out.Children;
import org.gatehouse.application.port.out.Clock;
import org.gatehouse.application.port.out.Lookup;
import org.gatehouse.application.port.out.Lookup.Absence;
import org.gatehouse.application.port.out.Obstacle;
import org.gatehouse.application.port.out.Resource;
import org.gatehouse.application.port.out.ResourceRepository;
import org.gatehouse.application.port.out.ResourceState;
import org.gatehouse.application.port.out.Upload;
import org.gatehouse.application.port.out.Variant;
import org.gatehouse.application.port.out.WriteOutcome;
import org.gatehouse.application.port.out.WriteRule;
import org.gatehouse.bootstrap.explain.Trace.Part;
import org.gatehouse.domain.target.ResourcePath;

/**
 * Storage for a rehearsal: reads go through to what is there, writes are judged by their rules and
 * lead nowhere. A name that was written once is taken for the rest of the rehearsal.
 */
final class RehearsedRepository implements ResourceRepository {
  private final ResourceRepository storage;
  private final Clock clock;
  private final Trace trace;
  private final BiConsumer<ResourcePath, Resource> found;
  private final Set<ResourcePath> written = new HashSet<>();

  /**
   * A rehearsal on this storage.
   *
   * @param clock dates what would be written
   * @param trace takes what was asked
   * @param found takes every resource that was found
   */
  RehearsedRepository(
      ResourceRepository storage,
      Clock clock,
      Trace trace,
      BiConsumer<ResourcePath, Resource> found) {
    this.storage = storage;
    this.clock = clock;
    this.trace = trace;
    this.found = found;
  }

  @Override
  public Optional<Lookup> peek(ResourcePath path) {
    Optional<Lookup> known = storage.peek(path);
    known.ifPresent(lookup -> tell(path, lookup));
    return known;
  }

  @Override
  public Lookup find(ResourcePath path) {
    Lookup lookup = storage.find(path);
    tell(path, lookup);
    boolean kept = storage.peek(path).isPresent();
    trace.add(
        Part.STORAGE,
        "cache",
        kept ? "kept" : "not kept",
        kept
            ? "asked of storage the first time, then from memory while --cache-valid lasts"
            : "asked of storage each time");
    return lookup;
  }

  private void tell(ResourcePath path, Lookup lookup) {
    lookup.match(
        resource -> {
          found.accept(path, resource);
          ResourceState state = resource.state();
          trace.add(
              Part.STORAGE,
              path.toString(),
              "resource",
              state.size() + " octets, modified " + state.modified() + ", tag " + state.tag());
          variants(path, resource.variants());
          return true;
        },
        absence -> {
          trace.add(Part.STORAGE, path.toString(), word(absence), words(absence));
          return false;
        });
  }

  private void variants(ResourcePath path, List<Variant> variants) {
    if (variants.size() > 1) {
      trace.add(
          Part.STORAGE,
          path.toString(),
          "variants",
          variants.stream()
              .map(variant -> variant.coding().token() + " " + variant.tag())
              .collect(Collectors.joining(", ")));
    }
  }

  private static String word(Absence absence) {
    return absence.name().toLowerCase(Locale.ROOT);
  }

  private static String words(Absence absence) {
    return switch (absence) {
      case MISSING -> "nothing has this path";
      case FOLDER -> "the path is that of a folder";
      case DENIED -> "no permission, a link that leads out of the root, or a special file";
    };
  }

  @Override
  public Children children(ResourcePath folder, String after, int most) {
    Children children = storage.children(folder, after, most);
    if (after.isEmpty()) {
      String more = children.next().isPresent() ? " on the first of several pages" : "";
      trace.add(
          Part.STORAGE, folder.toString(), "listed", children.page().size() + " entries" + more);
    }
    return children;
  }

  @Override
  public Optional<Obstacle> obstacle(ResourcePath path) {
    Optional<Obstacle> obstacle = storage.obstacle(path);
    trace.add(
        Part.STORAGE,
        path.toString(),
        obstacle.isEmpty() ? "writable" : "not writable",
        obstacle.map(RehearsedRepository::words).orElse("nothing stands in the way of a write"));
    return obstacle;
  }

  private static String words(Obstacle obstacle) {
    return switch (obstacle) {
      case FOLDER -> "the path is that of a folder";
      case BELOW_RESOURCE -> "a folder of the path is a resource";
      case DENIED -> "no permission, or a link stands in the way";
      case UNSTORABLE -> "the storage cannot keep such a name";
    };
  }

  @Override
  public Upload stage(ResourcePath path) {
    return new RehearsedUpload(this);
  }

  /** What storing so many octets would come to. */
  WriteOutcome store(ResourcePath path, long size, WriteRule rule, boolean mayReplace) {
    Optional<Obstacle> obstacle = storage.obstacle(path);
    if (obstacle.isPresent()) {
      return WriteOutcome.hindered(obstacle.get());
    }
    Optional<Resource> current = current(path);
    if (!mayReplace && (current.isPresent() || written.contains(path))) {
      trace.add(Part.DECISIONS, path.toString(), "taken", "another name is tried");
      return WriteOutcome.taken();
    }
    Optional<Instant> floor = judged(path, rule, current);
    if (floor.isEmpty()) {
      return WriteOutcome.refused();
    }
    Instant next = floor.get().plusNanos(1);
    Instant now = clock.now();
    ResourceState state = new ResourceState(now.isBefore(next) ? next : now, size);
    written.add(path);
    trace.add(
        Part.EFFECTS,
        path.toString(),
        current.isPresent() ? "replaced" : "created",
        size + " octets, put in place in one step");
    return WriteOutcome.stored(state, current.isEmpty());
  }

  @Override
  public WriteOutcome remove(ResourcePath path, WriteRule rule) {
    Optional<Obstacle> obstacle = storage.obstacle(path);
    Lookup lookup = storage.find(path);
    tell(path, lookup);
    boolean missing = lookup.match(resource -> false, absence -> absence == Absence.MISSING);
    if (obstacle.isPresent() && !(missing && obstacle.get() == Obstacle.DENIED)) {
      return WriteOutcome.hindered(obstacle.get());
    }
    Optional<Resource> current = lookup.match(Optional::of, absence -> Optional.empty());
    if (current.isEmpty()) {
      return missing ? WriteOutcome.missing() : WriteOutcome.hindered(Obstacle.DENIED);
    }
    if (judged(path, rule, current).isEmpty()) {
      return WriteOutcome.refused();
    }
    trace.add(Part.EFFECTS, path.toString(), "removed", current.get().state().size() + " octets");
    return WriteOutcome.removed();
  }

  private Optional<Resource> current(ResourcePath path) {
    Lookup lookup = storage.find(path);
    tell(path, lookup);
    return lookup.match(Optional::of, absence -> Optional.empty());
  }

  private Optional<Instant> judged(ResourcePath path, WriteRule rule, Optional<Resource> current) {
    Optional<Instant> floor = rule.judge(current);
    trace.add(
        Part.DECISIONS,
        path.toString(),
        floor.isPresent() ? "may be written" : "not to be written",
        floor.isPresent()
            ? "under the path's lock the preconditions, if there are any, hold"
            : "under the path's lock the preconditions do not hold");
    return floor;
  }

  @Override
  public void check() {
    storage.check();
  }
}
