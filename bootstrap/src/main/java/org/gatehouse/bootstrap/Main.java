package org.gatehouse.bootstrap;

import java.util.Map;
import org.gatehouse.bootstrap.config.ConfigurationReader;
import org.gatehouse.bootstrap.config.ProbeReader;
import org.gatehouse.bootstrap.option.Arguments;
import org.gatehouse.bootstrap.option.Invocation;
import org.gatehouse.bootstrap.option.UsageError;

/** The command line as a function: arguments and environment in, exit code out. */
public final class Main {
  /** All went well. */
  static final int DONE = 0;

  /** The machine did not let it. */
  static final int FAILED = 1;

  /** The operator made a mistake. */
  static final int MISTAKE = 2;

  private final Map<String, String> environment;
  private final Console console;
  private final StopSignal stop;

  Main(Map<String, String> environment, Console console, StopSignal stop) {
    this.environment = environment;
    this.console = console;
    this.stop = stop;
  }

  /** Runs the process; does not return. */
  public static void main(String... arguments) {
    ProcessStop stop = new ProcessStop();
    stop.end(new Main(System.getenv(), Console.ofProcess(), stop).run(arguments));
  }

  /** Does what the arguments ask for; comes back with the exit code when it is done. */
  int run(String... arguments) {
    try {
      return run(new Arguments(Version.line(), environment).read(arguments));
    } catch (UsageError mistake) {
      console.warn(mistake.getMessage());
      return MISTAKE;
    } catch (StartFailure failure) {
      console.warn(failure.getMessage());
      return FAILED;
    } catch (RuntimeException defect) {
      // Not the operator's mistake, but ours: he needs the trace to report it.
      defect.printStackTrace(console.err());
      return FAILED;
    }
  }

  private int run(Invocation invocation) throws StartFailure {
    return switch (invocation.command()) {
      case PRINT -> print(invocation.text());
      case SERVE -> new Serve(console, stop).run(ConfigurationReader.read(invocation.settings()));
      case INIT_ETAGS ->
          new InitEtags(console).run(ConfigurationReader.read(invocation.settings()));
      case HEALTH -> new Health(console).run(ProbeReader.read(invocation.settings()));
    };
  }

  private int print(String text) {
    console.out().print(text);
    console.out().flush();
    return DONE;
  }
}
