package org.gatehouse.bootstrap;

import java.util.Map;
import org.gatehouse.bootstrap.config.ConfigurationReader;
import org.gatehouse.bootstrap.config.ProbeReader;
import org.gatehouse.bootstrap.doctor.Examination;
import org.gatehouse.bootstrap.doctor.Report;
import org.gatehouse.bootstrap.doctor.Severity;
import org.gatehouse.bootstrap.explain.Explanation;
import org.gatehouse.bootstrap.option.Arguments;
import org.gatehouse.bootstrap.option.Invocation;
import org.gatehouse.bootstrap.option.Setting;
import org.gatehouse.bootstrap.option.Settings;
import org.gatehouse.bootstrap.option.UsageError;

/** The command line as a function: arguments and environment in, exit code out. */
public final class Main {
  /** All went well. */
  static final int DONE = 0;

  /** The machine did not let it. */
  static final int FAILED = 1;

  /** The operator made a mistake. */
  static final int MISTAKE = 2;

  /** All is well but for warnings. */
  static final int WARNED = 3;

  /** How the command line begins, as the launcher of a package tells it. */
  private static final String PROGRAM =
      System.getProperty("gatehouse.program", "java -jar server.jar");

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
      return run(new Arguments(Version::line, PROGRAM, environment).read(arguments));
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
      case SERVE -> serve(invocation.settings());
      case INIT_ETAGS ->
          new InitEtags(console).run(ConfigurationReader.read(invocation.settings()));
      case HEALTH -> new Health(console).run(ProbeReader.read(invocation.settings()));
      case DOCTOR -> doctor(invocation.settings());
      case EXPLAIN -> explain(invocation.settings());
      case COMPLETION -> print(Completion.script());
    };
  }

  private int serve(Settings settings) throws StartFailure {
    Prelude.play();
    return new Serve(console, stop, settings.isOn(Setting.QR))
        .run(ConfigurationReader.read(settings));
  }

  private int doctor(Settings settings) {
    Report report =
        Examination.of(ConfigurationReader.read(settings), settings, StorageAssembly::storedTags);
    print(settings.isOn(Setting.JSON) ? report.json() : report.text());
    if (report.count(Severity.ERROR) > 0) {
      return FAILED;
    }
    return report.count(Severity.WARNING) > 0 ? WARNED : DONE;
  }

  private int explain(Settings settings) throws StartFailure {
    Explanation explanation = new Explain(settings).run(ConfigurationReader.read(settings));
    return print(settings.isOn(Setting.JSON) ? explanation.json() : explanation.text());
  }

  private int print(String text) {
    console.out().print(text);
    console.out().flush();
    return DONE;
  }
}
