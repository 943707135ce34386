package org.gatehouse.bootstrap.option;

import java.util.EnumSet;
import java.util.Set;

/** The headings of the help text, in its order. */
enum Group {
  REQUEST("The request"),
  REPORT("The report"),
  HEALTH("What is asked"),
  LISTENING("Listening"),
  SERVING("What is served"),
  WRITING("Writing"),
  LIMITS("Limits"),
  TIMES("Times"),
  LOGS("Logs");

  /** What a server is started with; the others are of single commands. */
  static final Set<Group> OF_THE_SERVER = EnumSet.complementOf(EnumSet.of(HEALTH, REQUEST, REPORT));

  private final String heading;

  Group(String heading) {
    this.heading = heading;
  }

  /** The heading in words. */
  String heading() {
    return heading;
  }
}
