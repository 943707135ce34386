package org.gatehouse.application.method;

import java.util.Optional;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.port.out.ResourceState;
import org.gatehouse.application.port.out.Upload;
import org.gatehouse.application.port.out.WriteOutcome;
import org.gatehouse.application.route.Refusals;
import org.gatehouse.application.route.Request;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.target.ResourcePath;

/**
 * PUT (RFC 9110 §9.3.4), and POST where it {@linkplain ResourceSettings.Posting#OVERWRITE makes or
 * replaces}: the content becomes that of the target, whole or not at all.
 */
final class Put {
  private final Mount mount;
  private final WriteChecks checks;
  private final WriteRules rules;
  private final Refusals refusals;

  Put(Mount mount, WriteChecks checks, WriteRules rules, Refusals refusals) {
    this.mount = mount;
    this.checks = checks;
    this.rules = rules;
    this.refusals = refusals;
  }

  Decision decide(Request request) {
    Optional<Refusal> refusal = checks.ofHead(request);
    if (refusal.isPresent()) {
      return refuse(request, refusal.get());
    }
    if (request.path().isFolder()) {
      return refuse(request, ResourceRefusals.FOLDER);
    }
    ResourcePath path = mount.inside(request.path());
    return Decision.later(
        () ->
            checks
                .ofStorage(request, path, path)
                .map(obstacle -> refuse(request, obstacle))
                .orElseGet(() -> receive(request, path)));
  }

  private Decision receive(Request request, ResourcePath path) {
    Upload upload = mount.repository().stage(path);
    return Decision.receive(new ContentUpload(upload, staged -> commit(request, path, staged)));
  }

  private Response commit(Request request, ResourcePath path, Upload staged) {
    WriteOutcome outcome = staged.replace(path, rules.conditional(request, path));
    return outcome
        .state()
        .map(state -> stored(request, path, outcome.kind(), state))
        .orElseGet(() -> refusals.of(request, ResourceRefusals.of(outcome)));
  }

  private Response stored(
      Request request, ResourcePath path, WriteOutcome.Kind kind, ResourceState state) {
    rules.stored(path, state);
    ResourcePath outside = mount.outside(path);
    boolean replaced = kind == WriteOutcome.Kind.REPLACED && request.method() == Method.PUT;
    return replaced ? WriteAnswers.replaced(outside, state) : WriteAnswers.created(outside, state);
  }

  private Decision refuse(Request request, Refusal refusal) {
    return Decision.answer(refusals.of(request, refusal));
  }
}
