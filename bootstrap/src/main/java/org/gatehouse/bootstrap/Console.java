package org.gatehouse.bootstrap;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

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

  /** Text with signs that the platform's own charset may not have. */
  void draw(String text) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    out.write(octets, 0, octets.length);
    out.flush();
  }

  /** A line about something that went wrong. */
  void warn(String line) {
    err.println(NAME + line);
    err.flush();
  }
}
