package org.gatehouse.application.guard;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.application.port.body.Body;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.route.Request;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.message.Status;
import org.gatehouse.domain.target.ResourcePath;

/** Sends readers of a path that was moved to its new place, query and all (RFC 9110 §15.4.2). */
public final class RedirectGuard implements Guard {
  private final Map<ResourcePath, String> moved = new HashMap<>();

  /**
   * A guard for these moves.
   *
   * @param moves from a path, percent-encoded as in a request, to a path or URI
   * @throws IllegalArgumentException if one is not from a path, or not to a path or an {@code http}
   *     or {@code https} URI
   */
  public RedirectGuard(Map<String, String> moves) {
    moves.forEach((from, to) -> moved.put(path(from), location(to)));
  }

  private static ResourcePath path(String from) {
    Optional<ResourcePath> path =
        ResourcePath.parse(from).match(Optional::of, f -> Optional.empty());
    return path.filter(valid -> from.indexOf('?') < 0 && from.indexOf('#') < 0)
        .orElseThrow(
            () -> new IllegalArgumentException("cannot redirect from " + from + ": not a path"));
  }

  private static String location(String to) {
    boolean place = to.startsWith("/") || to.startsWith("http://") || to.startsWith("https://");
    for (int i = 0; i < to.length(); i++) {
      place &= to.charAt(i) > ' ' && to.charAt(i) < 0x7f;
    }
    if (!place) {
      throw new IllegalArgumentException("cannot redirect to " + to + ": not a path or URI");
    }
    return to;
  }

  @Override
  public Verdict check(Request request) {
    if (moved.isEmpty() || !request.method().retrieves()) {
      return Verdict.pass();
    }
    String to = moved.get(request.path());
    if (to == null) {
      return Verdict.pass();
    }
    FieldLines fields = FieldLines.of(FieldName.LOCATION, withQuery(to, request));
    return Verdict.answer(Response.of(Status.MOVED_PERMANENTLY, fields, Body.none()));
  }

  /**
   * The place with the request's query, which stands after one of its own and before a fragment.
   */
  private static String withQuery(String to, Request request) {
    String query = request.head().target().query();
    if (query.isEmpty()) {
      return to;
    }
    int hash = to.indexOf('#');
    int end = hash < 0 ? to.length() : hash;
    int mark = to.indexOf('?');
    char joint = mark >= 0 && mark < end ? '&' : '?';
    return to.substring(0, end) + joint + query + to.substring(end);
  }
}
