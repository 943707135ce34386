package org.gatehouse.application.method;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.port.out.Clock;
import org.gatehouse.application.port.out.ETagStore;
import org.gatehouse.application.port.out.Lookup.Absence;
import org.gatehouse.application.port.out.Resource;
import org.gatehouse.application.port.out.ResourceState;
import org.gatehouse.application.port.out.Variant;
import org.gatehouse.application.port.out.WriteRule;
import org.gatehouse.application.route.Request;
import org.gatehouse.domain.conditional.Preconditions;
import org.gatehouse.domain.conditional.Preconditions.Outcome;
import org.gatehouse.domain.conditional.Validators;
import org.gatehouse.domain.target.ResourcePath;

/**
 * What is asked under a path's lock: whether the preconditions hold for the state that a write
 * would change (RFC 9110 §13), and which time the new state has to come after.
 *
 * <p>The state that is about to go is recorded first: it may have been written by another program,
 * and is not to be forgotten with the resource.
 */
final class WriteRules {
  private final Mount mount;
  private final ETagStore etags;
  private final Clock clock;

  WriteRules(Mount mount, ETagStore etags, Clock clock) {
    this.mount = mount;
    this.etags = etags;
    this.clock = clock;
  }

  /** A rule that agrees if the request's preconditions hold. */
  WriteRule conditional(Request request, ResourcePath path) {
    Preconditions conditions = conditions(request);
    return current ->
        holds(conditions, current) ? Optional.of(floor(path, current)) : Optional.empty();
  }

  /** A rule that agrees. */
  WriteRule unconditional(ResourcePath path) {
    return current -> Optional.of(floor(path, current));
  }

  /**
   * Whether the preconditions hold at this moment, as far as can be told outside the lock. May
   * wait.
   *
   * @return empty if they do, or if there are none: then storage is not asked
   */
  Optional<Refusal> refusal(Request request, ResourcePath target) {
    Preconditions conditions = conditions(request);
    if (conditions.isEmpty()) {
      return Optional.empty();
    }
    Optional<Refusal> failed = Optional.of(ResourceRefusals.PRECONDITION_FAILED);
    return mount
        .repository()
        .find(target)
        .match(
            resource -> holds(conditions, Optional.of(resource)) ? Optional.empty() : failed,
            why -> {
              if (why == Absence.DENIED) {
                // A state that cannot be seen cannot be compared.
                return Optional.of(ResourceRefusals.UNWRITABLE);
              }
              return holds(conditions, Optional.empty()) ? Optional.empty() : failed;
            });
  }

  /** A write has happened. */
  void stored(ResourcePath path, ResourceState state) {
    etags.record(mount.outside(path), state.tag(), state.modified());
  }

  private Preconditions conditions(Request request) {
    return Preconditions.of(request.method(), request.fields(), clock.now());
  }

  private static boolean holds(Preconditions conditions, Optional<Resource> current) {
    Optional<Validators> state =
        current
            .map(Resource::variants)
            .map(variants -> Selection.validators(variants, variants.get(0)));
    return conditions.evaluate(state) == Outcome.PROCEED;
  }

  /**
   * The latest time that any state of the path is known to have had. A sidecar's counts as well, or
   * one that is as young as the new content would be taken for its coded form.
   */
  private Instant floor(ResourcePath path, Optional<Resource> current) {
    ResourcePath key = mount.outside(path);
    List<Variant> variants = current.map(Resource::variants).orElse(List.of());
    if (!variants.isEmpty()) {
      Variant plain = variants.get(0);
      etags.record(key, plain.tag(), plain.lastModified());
    }
    Instant floor = etags.lastKnown(key).orElse(Instant.EPOCH);
    for (Variant variant : variants) {
      floor = variant.lastModified().isAfter(floor) ? variant.lastModified() : floor;
    }
    return floor;
  }
}
