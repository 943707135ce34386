package org.gatehouse.application.method;

import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.port.out.Obstacle;
import org.gatehouse.application.port.out.WriteOutcome;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.message.Status;
import org.gatehouse.domain.range.ByteRange;

/** Why a method on a resource is refused, in words for the client. */
final class ResourceRefusals {
  static final Refusal MISSING = Refusal.of(Status.NOT_FOUND, "there is no such resource");
  static final Refusal UNREADABLE = Refusal.of(Status.FORBIDDEN, "this resource may not be read");
  static final Refusal TYPE_NOT_SERVED =
      Refusal.of(Status.UNSUPPORTED_MEDIA_TYPE, "resources of this type are not served here");
  static final Refusal NOT_ACCEPTABLE =
      Refusal.of(
          Status.NOT_ACCEPTABLE,
          "the resource cannot be had in any content coding that the request accepts",
          FieldName.VARY,
          FieldName.ACCEPT_ENCODING);
  static final Refusal PRECONDITION_FAILED =
      Refusal.of(
          Status.PRECONDITION_FAILED,
          "the resource is not in the state that the request makes a condition");

  static final Refusal HIDDEN =
      Refusal.of(Status.FORBIDDEN, "names that begin with a dot are not written here");
  static final Refusal UNWRITABLE = Refusal.of(Status.FORBIDDEN, "this may not be written");
  static final Refusal UNADDRESSABLE = Refusal.of(Status.BAD_REQUEST, "nothing can have this path");
  static final Refusal FOLDER =
      Refusal.of(Status.CONFLICT, "the path is that of a folder, which has no content of its own");
  static final Refusal NO_FREE_NAME =
      Refusal.of(Status.CONFLICT, "the name is taken, and so is every other that was tried");
  static final Refusal PARTIAL =
      Refusal.of(Status.BAD_REQUEST, "a part of a resource cannot be written alone: Content-Range");
  static final Refusal CODED =
      Refusal.of(
          Status.UNSUPPORTED_MEDIA_TYPE,
          "content is stored as it comes, so it must not be coded: Content-Encoding",
          FieldName.ACCEPT_ENCODING,
          "identity");

  private ResourceRefusals() {}

  /** 416: no range lies inside the representation (RFC 9110 §15.5.17). */
  static Refusal unsatisfiable(long length) {
    return Refusal.of(
        Status.RANGE_NOT_SATISFIABLE,
        "no part that was asked for lies inside the resource",
        FieldName.CONTENT_RANGE,
        ByteRange.unsatisfied(length));
  }

  /** What is answered to a write that something stands in the way of. */
  static Refusal of(Obstacle obstacle) {
    return switch (obstacle) {
      case FOLDER -> FOLDER;
      case BELOW_RESOURCE ->
          Refusal.of(Status.CONFLICT, "a folder of the path is a resource, which cannot hold any");
      case DENIED -> UNWRITABLE;
      case UNSTORABLE -> Refusal.of(Status.BAD_REQUEST, "a resource of such a name cannot be kept");
    };
  }

  /**
   * What is answered to a write that changed nothing.
   *
   * @throws IllegalArgumentException if it did change something
   */
  static Refusal of(WriteOutcome outcome) {
    return switch (outcome.kind()) {
      case REFUSED -> PRECONDITION_FAILED;
      case HINDERED -> of(outcome.obstacle().orElseThrow());
      case MISSING -> MISSING;
      case TAKEN -> NO_FREE_NAME;
      case CREATED, REPLACED, REMOVED -> throw new IllegalArgumentException("not a refusal");
    };
  }
}
