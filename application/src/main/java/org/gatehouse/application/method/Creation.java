package org.gatehouse.application.method;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.port.out.Obstacle;
import org.gatehouse.application.port.out.ResourceState;
import org.gatehouse.application.port.out.Upload;
import org.gatehouse.application.port.out.WriteOutcome;
import org.gatehouse.application.route.Request;
import org.gatehouse.domain.target.ResourcePath;

/**
 * Makes a new resource under a wanted name, or under a numbered one where that is taken. Nothing
 * that exists is touched, and no name is asked for before it is used, so that of several who want
 * the same each gets one.
 */
final class Creation {
  private static final int MOST_TRIES = 10_000;

  private final Mount mount;
  private final WriteRules rules;

  Creation(Mount mount, WriteRules rules) {
    this.mount = mount;
    this.rules = rules;
  }

  /**
   * What was made.
   *
   * @param path by which clients know it
   * @param state its state
   */
  record Created(ResourcePath path, ResourceState state) {}

  /**
   * Commits an upload to the target of a request, or beside it.
   *
   * @param target the path, inside the repository, of which the request's preconditions speak
   */
  <T> T atTarget(
      Request request,
      ResourcePath target,
      Upload upload,
      Function<Created, T> created,
      Function<Refusal, T> refused) {
    WriteOutcome outcome = upload.create(target, rules.conditional(request, target));
    if (outcome.kind() != WriteOutcome.Kind.TAKEN) {
      return conclude(target, outcome, created, refused);
    }
    // The preconditions concern the one that has the name, which may be another than before.
    Optional<Refusal> refusal = rules.refusal(request, target);
    return refusal.isPresent()
        ? refused.apply(refusal.get())
        : beside(target, upload, created, refused);
  }

  /**
   * Commits an upload to a path of which the request says nothing, or beside it.
   *
   * @param wanted the path inside the repository
   */
  <T> T named(
      ResourcePath wanted,
      Upload upload,
      Function<Created, T> created,
      Function<Refusal, T> refused) {
    WriteOutcome outcome = upload.create(wanted, rules.unconditional(wanted));
    return isTaken(outcome)
        ? beside(wanted, upload, created, refused)
        : conclude(wanted, outcome, created, refused);
  }

  /**
   * Commits an upload under a generated name: under the next one, where a name is taken.
   *
   * @param names paths inside the repository
   */
  <T> T generated(
      Supplier<ResourcePath> names,
      Upload upload,
      Function<Created, T> created,
      Function<Refusal, T> refused) {
    for (int tries = 1; tries <= MOST_TRIES; tries++) {
      ResourcePath path = names.get();
      WriteOutcome outcome = upload.create(path, rules.unconditional(path));
      if (!isTaken(outcome)) {
        return conclude(path, outcome, created, refused);
      }
    }
    return refused.apply(ResourceRefusals.NO_FREE_NAME);
  }

  private <T> T beside(
      ResourcePath wanted,
      Upload upload,
      Function<Created, T> created,
      Function<Refusal, T> refused) {
    for (int number = 1; number <= MOST_TRIES; number++) {
      ResourcePath path = NumberedNames.numbered(wanted, number);
      WriteOutcome outcome = upload.create(path, rules.unconditional(path));
      if (isHinderedBy(Obstacle.UNSTORABLE, outcome)) {
        // The wanted name can be kept, only the number makes it too long.
        return refused.apply(ResourceRefusals.NO_FREE_NAME);
      }
      if (!isTaken(outcome)) {
        return conclude(path, outcome, created, refused);
      }
    }
    return refused.apply(ResourceRefusals.NO_FREE_NAME);
  }

  private static boolean isTaken(WriteOutcome outcome) {
    return outcome.kind() == WriteOutcome.Kind.TAKEN || isHinderedBy(Obstacle.FOLDER, outcome);
  }

  private static boolean isHinderedBy(Obstacle obstacle, WriteOutcome outcome) {
    return outcome.obstacle().filter(obstacle::equals).isPresent();
  }

  private <T> T conclude(
      ResourcePath path,
      WriteOutcome outcome,
      Function<Created, T> created,
      Function<Refusal, T> refused) {
    if (outcome.state().isEmpty()) {
      return refused.apply(ResourceRefusals.of(outcome));
    }
    ResourceState state = outcome.state().get();
    rules.stored(path, state);
    return created.apply(new Created(mount.outside(path), state));
  }
}
