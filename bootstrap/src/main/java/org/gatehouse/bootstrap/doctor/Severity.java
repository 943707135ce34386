package org.gatehouse.bootstrap.doctor;

/** How much a finding matters. */
public enum Severity {
  /** As it should be. */
  OK,
  /** Worth knowing; may well be meant so. */
  NOTE,
  /** The server would run, but somebody would be surprised. */
  WARNING,
  /** The server would not start, or not do what it is told to. */
  ERROR
}
