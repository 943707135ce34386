package org.gatehouse.bootstrap.option;

import java.util.Map;
import java.util.function.Supplier;
import org.gatehouse.bootstrap.option.Invocation.Command;

/** Reads the arguments of the command line, argument files included. */
public final class Arguments {
  private final Supplier<String> version;
  private final String program;
  private final Map<String, String> environment;

  /**
   * A reader.
   *
   * @param version the text for {@code --version}
   * @param environment the environment
   */
  public Arguments(String version, Map<String, String> environment) {
    this(() -> version, "java -jar server.jar", environment);
  }

  /**
   * A reader.
   *
   * @param version gives the text for {@code --version}
   * @param program how the command line begins
   * @param environment the environment
   */
  public Arguments(Supplier<String> version, String program, Map<String, String> environment) {
    this.version = version;
    this.program = program;
    this.environment = environment;
  }

  /**
   * Reads arguments.
   *
   * @throws UsageError if there are unknown ones, or a value is missing
   */
  public Invocation read(String... arguments) {
    return PlainLine.read(arguments)
        .map(given -> new Invocation(Command.SERVE, new Settings(given, environment), ""))
        .orElseGet(() -> new ModelledLine(version, program, environment).read(arguments));
  }
}
