package org.gatehouse.application.port.out;

/** Storage failed to do what it was asked. Its message is for the log, never for a client. */
public final class StorageFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /** What kind of failure, as far as the answer depends on it. */
  public enum Kind {
    /** No room is left: 507. */
    FULL,
    /** No permission: 403. */
    DENIED,
    /** Too much is open already; that passes: 503. */
    EXHAUSTED,
    /** Anything else: 500. */
    BROKEN
  }

  /** A failure with its cause. */
  public StorageFailure(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** What kind. */
  public Kind kind() {
    return kind;
  }
}
