package org.gatehouse.application.method;

import java.util.Optional;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.port.out.Lookup.Absence;
import org.gatehouse.application.port.out.WriteOutcome;
import org.gatehouse.application.route.Refusals;
import org.gatehouse.application.route.Request;
import org.gatehouse.domain.target.ResourcePath;

/** DELETE (RFC 9110 §9.3.5); its credentials were asked for by a guard. */
final class Delete {
  private final Mount mount;
  private final WriteChecks checks;
  private final WriteRules rules;
  private final Refusals refusals;

  Delete(Mount mount, WriteChecks checks, WriteRules rules, Refusals refusals) {
    this.mount = mount;
    this.checks = checks;
    this.rules = rules;
    this.refusals = refusals;
  }

  Decision decide(Request request) {
    Optional<Refusal> refusal = checks.ofPath(request.path());
    if (refusal.isPresent()) {
      return Decision.answer(refusals.of(request, refusal.get()));
    }
    ResourcePath path = mount.inside(request.path());
    return Decision.later(
        () ->
            Decision.answer(
                path.isFolder() ? refusals.of(request, withSlash(path)) : remove(request, path)));
  }

  private Response remove(Request request, ResourcePath path) {
    WriteOutcome outcome = mount.repository().remove(path, rules.conditional(request, path));
    return outcome.kind() == WriteOutcome.Kind.REMOVED
        ? WriteAnswers.removed(mount.outside(path))
        : refusals.of(request, ResourceRefusals.of(outcome));
  }

  /**
   * A slash at the end: of a folder, of nothing, or after the name of a resource, which is wrong.
   */
  private Refusal withSlash(ResourcePath path) {
    return mount
        .repository()
        .find(path)
        .match(
            resource -> ResourceRefusals.UNADDRESSABLE,
            why -> why == Absence.FOLDER ? ResourceRefusals.FOLDER : nameless(path));
  }

  private Refusal nameless(ResourcePath path) {
    ResourcePath name = ResourcePath.of(path.segments().toArray(String[]::new));
    return mount
        .repository()
        .find(name)
        .match(
            resource -> ResourceRefusals.UNADDRESSABLE,
            why -> why == Absence.DENIED ? ResourceRefusals.UNWRITABLE : ResourceRefusals.MISSING);
  }
}
