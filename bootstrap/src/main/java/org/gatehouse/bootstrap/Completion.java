package org.gatehouse.bootstrap;

import org.gatehouse.bootstrap.option.CommandLineShape;
import picocli.AutoComplete;
import picocli.CommandLine;

/** Makes the script with which bash and zsh complete the launcher's commands and options. */
public final class Completion {
  private static final String PROGRAM = "gatehouse";

  private Completion() {}

  /** The script; to be sourced by either shell. */
  public static String script() {
    String script =
        AutoComplete.bash(PROGRAM, new CommandLine(new CommandLineShape(PROGRAM).whole()));
    // Nobody runs it, so it names no program to be run by.
    return script.replaceFirst("^#!.*\\R", "");
  }
}
