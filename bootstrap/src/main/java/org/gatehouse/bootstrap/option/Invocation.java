package org.gatehouse.bootstrap.option;

/**
 * What the operator asked for.
 *
 * @param command what to do
 * @param settings with what
 * @param text the help or version text, where that is what he asked for; else empty
 */
public record Invocation(Command command, Settings settings, String text) {

  /** What can be asked for. */
  public enum Command {
    /** Serve until told to stop. */
    SERVE,
    /** Record the entity tag of every resource under the root. */
    INIT_ETAGS,
    /** Ask a running server whether it is well. */
    HEALTH,
    /** Look whether a configuration can be served. */
    DOCTOR,
    /** Tell why a request would be answered as it would be. */
    EXPLAIN,
    /** Print what a shell needs to complete the options. */
    COMPLETION,
    /** Print the text. */
    PRINT
  }
}
