package org.gatehouse.bootstrap.option;

/**
 * A mistake of the operator in the command line, an argument file or the environment. Its message
 * is one line for him to read: what was wrong, and what is allowed.
 *
 * <p>The one exception that stands for an ordinary outcome: it is thrown deep inside the reading of
 * some forty values and caught in one place, as picocli does with its own.
 */
public final class UsageError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A mistake in these words. */
  public UsageError(String message) {
    super(message);
  }
}
