package org.gatehouse.bootstrap;

/**
 * The machine does not let the server start: a folder is missing, a port in use. Its message is one
 * line for the operator.
 */
final class StartFailure extends Exception {
  private static final long serialVersionUID = 1L;

  StartFailure(String message) {
    super(message);
  }
}
