package org.gatehouse.application.method;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gatehouse.application.port.out.Variant;
import org.gatehouse.application.route.Request;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.conditional.Preconditions;
import org.gatehouse.domain.conditional.Preconditions.Outcome;
import org.gatehouse.domain.conditional.Validators;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.media.MediaType;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.negotiation.AcceptEncoding;
import org.gatehouse.domain.target.ResourcePath;

/**
 * What a GET or HEAD asks for among the variants of a resource (RFC 9110 §3.2, §12.1). Pure: it
 * knows metadata only.
 *
 * @param request the request
 * @param path the resource's path inside its repository
 * @param type the type of its plain content, and so of every variant
 * @param variants all that can be had, the plain one first
 */
record Selection(Request request, ResourcePath path, MediaType type, List<Variant> variants) {

  /**
   * Proactive negotiation (RFC 9110 §12.5.3). What wants a range gets the plain variant: its octets
   * are the ones a client can count.
   *
   * @param accepted what the request says of codings
   * @return empty if nothing acceptable is left
   */
  Optional<Variant> selected(AcceptEncoding accepted) {
    if (variants.size() == 1 || wantsRange()) {
      return accepted.allowsIdentity() ? Optional.of(variants.get(0)) : Optional.empty();
    }
    return accepted.choose(variants, Variant::coding);
  }

  /** Whether the request has a Range field that counts: for GET only (RFC 9110 §14.2). */
  boolean wantsRange() {
    return request.method() == Method.GET && request.fields().contains(FieldName.RANGE);
  }

  /**
   * Whether the answer depends on Accept-Encoding, now or once the resource has grown: said on
   * every variant, so that no cache gives one client's variant to another (RFC 9110 §12.5.5).
   */
  boolean varies() {
    return variants.size() > 1 || type.isTextLike();
  }

  /** The time that counts for it: a response is never dated earlier. */
  Instant now() {
    return request.received();
  }

  /**
   * The preconditions, held against a state of the resource.
   *
   * @param current the variants that this state has
   * @param selected the one of them that would be sent
   */
  Outcome evaluate(List<Variant> current, Variant selected) {
    Preconditions conditions = Preconditions.of(request.method(), request.fields(), now());
    return conditions.isEmpty()
        ? Outcome.PROCEED
        : conditions.evaluate(Optional.of(validators(current, selected)));
  }

  /** The validators of a resource: a condition may name the tag of any current variant. */
  static Validators validators(List<Variant> variants, Variant selected) {
    if (variants.size() == 1) {
      return Validators.of(selected.tag(), selected.lastModified());
    }
    EntityTag[] tags = new EntityTag[variants.size()];
    for (int i = 0; i < tags.length; i++) {
      tags[i] = variants.get(i).tag();
    }
    return new Validators(selected.tag(), List.of(tags), selected.lastModified());
  }
}
