package org.gatehouse.bootstrap.explain;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.application.method.Reasons;
import org.gatehouse.application.port.out.Variant;
import org.gatehouse.application.route.Request;
import org.gatehouse.bootstrap.explain.Trace.Part;
import org.gatehouse.domain.field.FieldName;

/** Tells what the fields of a request came to. */
final class ReasonSteps {
  private ReasonSteps() {}

  static void add(Trace trace, Request request, Optional<Reasons> reasons) {
    reasons.ifPresent(
        each -> {
          coding(trace, request, each);
          if (request.fields().contains(FieldName.RANGE)) {
            trace.add(
                Part.DECISIONS,
                "range",
                each.wantsRange() ? "asked for" : "ignored",
                each.wantsRange()
                    ? sent(request, FieldName.RANGE, FieldName.IF_RANGE)
                    : "only a GET can ask for a range");
          }
        });
    String conditions = conditions(request);
    if (conditions.isEmpty()) {
      trace.add(Part.DECISIONS, "preconditions", "none", "");
    } else {
      trace.add(
          Part.DECISIONS,
          "preconditions",
          reasons.map(ReasonSteps::outcome).orElse("given"),
          conditions);
    }
  }

  private static void coding(Trace trace, Request request, Reasons reasons) {
    trace.add(
        Part.DECISIONS,
        "coding",
        reasons.selected().map(Variant::coding).map(coding -> coding.token()).orElse("none"),
        request.fields().contains(FieldName.ACCEPT_ENCODING)
            ? sent(request, FieldName.ACCEPT_ENCODING)
            : "without Accept-Encoding the plain content is sent");
  }

  private static String outcome(Reasons reasons) {
    return switch (reasons.preconditions()) {
      case PROCEED -> "hold";
      case NOT_MODIFIED -> "not modified";
      case PRECONDITION_FAILED -> "failed";
    };
  }

  private static String conditions(Request request) {
    return sent(
        request,
        FieldName.IF_MATCH,
        FieldName.IF_UNMODIFIED_SINCE,
        FieldName.IF_NONE_MATCH,
        FieldName.IF_MODIFIED_SINCE);
  }

  /** Those of these fields that the request has, as it has them. */
  private static String sent(Request request, String... names) {
    return Stream.of(names)
        .filter(request.fields()::contains)
        .map(name -> name + ": " + request.fields().combined(name).orElse(""))
        .collect(Collectors.joining("; "));
  }
}
