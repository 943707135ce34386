package org.gatehouse.bootstrap.option;

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

  private final String heading;

  Group(String heading) {
    this.heading = heading;
  }

  /** The heading in words. */
  String heading() {
    return heading;
  }
}
