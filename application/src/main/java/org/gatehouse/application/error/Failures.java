package org.gatehouse.application.error;

import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.message.Status;

/** What a client is told when something threw (RFC 9110 §15.6.1, RFC 4918 §11.5). */
public final class Failures {
  private static final Refusal FULL =
      Refusal.of(Status.INSUFFICIENT_STORAGE, "There is no room left to store this.");
  private static final Refusal DENIED =
      Refusal.of(Status.FORBIDDEN, "The server has no permission to do this.");
  private static final Refusal EXHAUSTED =
      Refusal.of(
          Status.SERVICE_UNAVAILABLE,
          "The server has too many files open.",
          FieldName.RETRY_AFTER,
          "60");
  private static final Refusal BROKEN =
      Refusal.of(Status.INTERNAL_SERVER_ERROR, "The server failed to answer this.");

  private Failures() {}

  /** The refusal that fits: nothing in it comes from the failure but its kind. */
  public static Refusal refusal(Throwable failure) {
    if (failure instanceof StorageFailure storage) {
      return switch (storage.kind()) {
        case FULL -> FULL;
        case DENIED -> DENIED;
        case EXHAUSTED -> EXHAUSTED;
        case BROKEN -> BROKEN;
      };
    }
    return BROKEN;
  }
}
