package org.gatehouse.bootstrap.explain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.application.guard.GuardChain;
import org.gatehouse.application.guard.Verdict;
import org.gatehouse.application.method.Reasons;
import org.gatehouse.application.port.out.Clock;
import org.gatehouse.application.port.out.CookieLedger;
import org.gatehouse.application.port.out.ETagStore;
import org.gatehouse.application.port.out.Resource;
import org.gatehouse.application.port.out.ResourceRepository;
import org.gatehouse.application.port.out.Variant;
import org.gatehouse.application.route.Request;
import org.gatehouse.application.route.Routes;
import org.gatehouse.bootstrap.explain.Trace.Part;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.target.ResourcePath;

/** Stands around the parts of a server that decides one request, and sees what they do. */
public final class Rehearsal {
  private final Clock clock;
  private final Trace trace = new Trace();
  private final List<String> guardNames = new ArrayList<>();
  private Optional<Routes> routes = Optional.empty();
  private Optional<Request> request = Optional.empty();
  private Optional<Found> found = Optional.empty();
  private boolean stopped;

  /** A resource that was looked up. */
  private record Found(ResourcePath path, List<Variant> variants) {}

  /** A rehearsal at this time. */
  public Rehearsal(Clock clock) {
    this.clock = clock;
  }

  /** What was seen. */
  Trace trace() {
    return trace;
  }

  /** Storage that reads through and writes nothing. */
  public ResourceRepository around(ResourceRepository storage) {
    return new RehearsedRepository(storage, clock, trace, this::found);
  }

  private void found(ResourcePath path, Resource resource) {
    found = Optional.of(new Found(path, resource.variants()));
  }

  /** The same guards, watched. */
  public GuardChain around(GuardChain guards) {
    guardNames.addAll(guards.names());
    return guards.watchedBy(this::judged);
  }

  /** The routes. */
  public void sees(Routes table) {
    routes = Optional.of(table);
  }

  /** Tags of which those that are new are only told of. */
  public ETagStore tags(ETagStore stored) {
    return new RehearsedTags(stored, trace);
  }

  /** A ledger into which nothing is written. */
  public CookieLedger ledger() {
    return new RehearsedLedger(trace);
  }

  private void judged(String guard, Request judged, Verdict verdict) {
    if (request.isEmpty()) {
      request = Optional.of(judged);
    }
    stopped |= !verdict.passes();
    verdict.match(
        () -> tell(guard, "passed", ""),
        refusal ->
            tell(
                guard,
                "refuses",
                refusal.status().code()
                    + " "
                    + refusal.status().reason()
                    + ": "
                    + refusal.reason()),
        response ->
            tell(guard, "answers", response.status().code() + " " + response.status().reason()));
  }

  private boolean tell(String guard, String verdict, String detail) {
    trace.add(Part.GUARDS, guard, verdict, detail);
    return true;
  }

  /**
   * Adds what follows from all that was seen: guards that were not asked, the route, the reasons.
   */
  void conclude() {
    int asked = trace.of(Part.GUARDS).size();
    if (asked > 0) {
      guardNames
          .subList(Math.min(asked, guardNames.size()), guardNames.size())
          .forEach(name -> trace.add(Part.GUARDS, name, "not asked", "an earlier one has decided"));
    }
    request.ifPresent(
        asker -> {
          routes.ifPresent(table -> RouteSteps.add(trace, table, asker));
          if (!stopped) {
            ReasonSteps.add(trace, asker, found.map(this::reasons).orElse(Optional.empty()));
          }
        });
  }

  private Optional<Reasons> reasons(Found resource) {
    return request
        .filter(asker -> asker.method().retrieves())
        .map(asker -> Reasons.of(asker, resource.path(), resource.variants()));
  }

  /** Tells of tags that a server would remember. */
  private record RehearsedTags(ETagStore stored, Trace trace) implements ETagStore {
    @Override
    public Optional<Instant> lastKnown(ResourcePath path) {
      return stored.lastKnown(path);
    }

    @Override
    public void record(ResourcePath path, EntityTag tag, Instant modified) {
      if (stored.lastKnown(path).filter(known -> !known.isBefore(modified)).isEmpty()) {
        trace.add(Part.EFFECTS, "etag.csv", "a row", path + " " + tag);
      }
      stored.record(path, tag, modified);
    }

    @Override
    public long size() {
      return stored.size();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  /** Tells of ids that a server would keep. */
  private record RehearsedLedger(Trace trace) implements CookieLedger {
    @Override
    public void record(String id) {
      trace.add(Part.EFFECTS, "cookies.txt", "a line", "the id of a new visitor");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
