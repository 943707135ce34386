package org.gatehouse.bootstrap;

import java.io.PrintStream;

/**
 * Where the operator reads.
 *
 * @param out for the banner and what was asked for
 * @param err for mistakes and warnings
 */
record Console(PrintStream out, PrintStream err) {
  private static final String NAME = "gatehouse: ";

  /** The console of the process. */
  static Console ofProcess() {
    return new Console(System.out, System.err);
  }

  /** A line for him to read at leisure. */
  void say(String line) {
    out.println(line);
    out.flush();
  }

  /** A line about something that went wrong. */
  void warn(String line) {
    err.println(NAME + line);
    err.flush();
  }
}
