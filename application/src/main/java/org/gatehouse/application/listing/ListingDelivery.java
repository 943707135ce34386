package org.gatehouse.application.listing;

import java.time.Instant;
import java.util.Optional;
import org.gatehouse.application.html.HtmlPolicy;
import org.gatehouse.application.port.body.Body;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.port.out.Spool;
import org.gatehouse.application.route.FormatParameter;
import org.gatehouse.application.route.Refusals;
import org.gatehouse.application.route.Request;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.conditional.Preconditions;
import org.gatehouse.domain.conditional.Preconditions.Outcome;
import org.gatehouse.domain.conditional.Validators;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.message.Status;

/**
 * The responses that carry a folder's page or its JSON, and those that need not (RFC 9110 §13,
 * §15).
 *
 * <p>A listing has a tag and no date: it changes with every change below it, and also when
 * something is removed, of which no time tells.
 */
final class ListingDelivery {
  static final Refusal PRECONDITION_FAILED =
      Refusal.of(
          Status.PRECONDITION_FAILED,
          "the folder is not in the state that the request makes a condition");

  private final Refusals refusals;

  ListingDelivery(Refusals refusals) {
    this.refusals = refusals;
  }

  /** The response; the content is closed with it, or at once where it does not need it. */
  Response of(Request request, FolderFormat format, Spool.Finished made) {
    return switch (outcome(request, made.tag())) {
      case PROCEED ->
          Response.of(Status.OK, whole(request, format, made.tag()), Body.of(made.content()));
      case NOT_MODIFIED -> {
        made.content().close();
        yield Response.of(Status.NOT_MODIFIED, validators(request, made.tag()), Body.none());
      }
      case PRECONDITION_FAILED -> {
        made.content().close();
        yield refusals.of(request, PRECONDITION_FAILED);
      }
    };
  }

  /** The preconditions held against a tag; dates are ignored, as there is none to compare with. */
  static Outcome outcome(Request request, EntityTag tag) {
    FieldLines.Builder tags = FieldLines.builder();
    for (String name : new String[] {FieldName.IF_MATCH, FieldName.IF_NONE_MATCH}) {
      Optional<String> field = request.fields().combined(name);
      field.ifPresent(value -> tags.add(name, value));
    }
    return Preconditions.of(request.method(), tags.build(), request.received())
        .evaluate(Optional.of(Validators.of(tag, Instant.EPOCH)));
  }

  private static FieldLines whole(Request request, FolderFormat format, EntityTag tag) {
    FieldLines fields =
        FieldLines.of(FieldName.CONTENT_TYPE, format.contentType()).with(validators(request, tag));
    return format == FolderFormat.HTML
        ? fields.with(FieldName.CONTENT_SECURITY_POLICY, HtmlPolicy.VALUE)
        : fields;
  }

  private static FieldLines validators(Request request, EntityTag tag) {
    FieldLines fields =
        FieldLines.of(FieldName.CACHE_CONTROL, "no-cache", FieldName.ETAG, tag.toString());
    return FormatParameter.isIn(request) ? fields : fields.with(FieldName.VARY, FieldName.ACCEPT);
  }
}
