package org.gatehouse.domain.conditional;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.field.Fields;
import org.gatehouse.domain.field.HttpDate;
import org.gatehouse.domain.message.Method;

/**
 * The preconditions of a request, evaluated in the order of RFC 9110 §13.2.2.
 *
 * <ol>
 *   <li>If-Match, else If-Unmodified-Since: a false one is 412.
 *   <li>If-None-Match, else, for GET and HEAD, If-Modified-Since: a false one is 304 for GET and
 *       HEAD, 412 for the others.
 * </ol>
 *
 * If-Range comes last and has {@linkplain IfRange its own class}, for it decides on a range and not
 * on the request.
 */
public final class Preconditions {
  private final Method method;
  private final Fields fields;
  private final Instant now;

  /** What is to be done. */
  public enum Outcome {
    /** All conditions hold. */
    PROCEED,
    /** 304: the client has what it asks for. */
    NOT_MODIFIED,
    /** 412: the state is not the one the client supposed. */
    PRECONDITION_FAILED
  }

  private Preconditions(Method method, Fields fields, Instant now) {
    this.method = method;
    this.fields = fields;
    this.now = now;
  }

  /**
   * The preconditions of a request.
   *
   * @param now decides the century of an obsolete date format
   */
  public static Preconditions of(Method method, Fields fields, Instant now) {
    return new Preconditions(method, fields, now);
  }

  /**
   * Whether the request has no condition; then nothing needs to be known about the target. Methods
   * that neither select nor modify a representation have none (RFC 9110 §13.2.1).
   */
  public boolean isEmpty() {
    return !(method.retrieves() || method.writes())
        || (!fields.contains(FieldName.IF_NONE_MATCH)
            && !fields.contains(FieldName.IF_MODIFIED_SINCE)
            && !fields.contains(FieldName.IF_MATCH)
            && !fields.contains(FieldName.IF_UNMODIFIED_SINCE));
  }

  /**
   * Evaluates. Only meaningful where the request would succeed without its conditions: a 404 goes
   * before a 412 (RFC 9110 §13.2.1).
   *
   * @param state the state of the target; empty if it does not exist
   */
  public Outcome evaluate(Optional<Validators> state) {
    if (isEmpty()) {
      return Outcome.PROCEED;
    }
    if (!mayGoOn(state)) {
      return Outcome.PRECONDITION_FAILED;
    }
    if (isNews(state)) {
      return Outcome.PROCEED;
    }
    return method.retrieves() ? Outcome.NOT_MODIFIED : Outcome.PRECONDITION_FAILED;
  }

  /** Steps 1 and 2: If-Match, or else If-Unmodified-Since. */
  private boolean mayGoOn(Optional<Validators> state) {
    Optional<String> ifMatch = fields.combined(FieldName.IF_MATCH);
    if (ifMatch.isPresent()) {
      TagList wanted = TagList.parse(ifMatch.get());
      return state.isPresent() && (wanted.any() || wanted.matchesStrongly(state.get().current()));
    }
    Optional<Instant> since = date(FieldName.IF_UNMODIFIED_SINCE);
    return since.isEmpty() || (state.isPresent() && !isModifiedSince(since.get(), state.get()));
  }

  /** Steps 3 and 4: If-None-Match, or else If-Modified-Since. */
  private boolean isNews(Optional<Validators> state) {
    Optional<String> ifNoneMatch = fields.combined(FieldName.IF_NONE_MATCH);
    if (ifNoneMatch.isPresent()) {
      if (method.retrieves() && isJustThat(ifNoneMatch.get(), state)) {
        return false;
      }
      TagList known = TagList.parse(ifNoneMatch.get());
      return method.retrieves() ? isNews(known, state) : isUnknown(known, state);
    }
    if (!method.retrieves() || state.isEmpty()) {
      return true;
    }
    Optional<Instant> since = date(FieldName.IF_MODIFIED_SINCE);
    return since.isEmpty() || isModifiedSince(since.get(), state.get());
  }

  /** The usual case, in which no list has to be taken apart: what was sent is what would be. */
  private static boolean isJustThat(String known, Optional<Validators> state) {
    return state.isPresent() && state.get().selected().isWrittenAs(known);
  }

  /** Whether what would be sent is none of what the client has. */
  private static boolean isNews(TagList known, Optional<Validators> state) {
    return state.isEmpty()
        || !(known.any() || known.matchesWeakly(List.of(state.get().selected())));
  }

  /** Whether nothing that the client named is there, so that its write may go on. */
  private static boolean isUnknown(TagList known, Optional<Validators> state) {
    // A guard on a write that cannot be read cannot be shown to hold.
    return known.readable()
        && (state.isEmpty() || !(known.any() || known.matchesWeakly(state.get().current())));
  }

  /** Both to the second, which is all that a date says. */
  private static boolean isModifiedSince(Instant since, Validators state) {
    return state.lastModified().getEpochSecond() > since.getEpochSecond();
  }

  /**
   * The date of a field; empty where it is absent, repeated or not a date, and so to be ignored.
   */
  private Optional<Instant> date(String name) {
    return fields.count(name) == 1
        ? fields.first(name).flatMap(text -> HttpDate.parse(text, now))
        : Optional.empty();
  }
}
