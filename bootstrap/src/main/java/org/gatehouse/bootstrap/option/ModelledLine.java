package org.gatehouse.bootstrap.option;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.gatehouse.application.port.out.LogText;
import org.gatehouse.bootstrap.option.Invocation.Command;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Reads arguments with picocli's model of the command line: commands, switches, argument files, and
 * mistakes in words.
 */
final class ModelledLine {
  private final Supplier<String> version;
  private final String program;
  private final Map<String, String> environment;

  /**
   * A reader.
   *
   * @param version gives the text for {@code --version}
   * @param program how the command line begins
   * @param environment the environment
   */
  ModelledLine(Supplier<String> version, String program, Map<String, String> environment) {
    this.version = version;
    this.program = program;
    this.environment = environment;
  }

  /**
   * Reads arguments.
   *
   * @throws UsageError if there are unknown ones, or a value is missing
   */
  Invocation read(String... arguments) {
    ParseResult result = parse(arguments);
    ParseResult last = result.hasSubcommand() ? result.subcommand() : result;
    if (last.isUsageHelpRequested()) {
      return print(last.commandSpec().commandLine().getUsageMessage());
    }
    if (last.isVersionHelpRequested()) {
      return print(version.get() + System.lineSeparator());
    }
    Map<Setting, List<Given>> given = new EnumMap<>(Setting.class);
    collect(result, given);
    if (last != result) {
      collect(last, given);
    }
    Command command = (Command) last.commandSpec().userObject();
    return new Invocation(command, new Settings(given, environment), "");
  }

  private Invocation print(String text) {
    return new Invocation(Command.PRINT, new Settings(Map.of(), environment), text);
  }

  /**
   * Most start a server and name no command, and a start is to be quick: the commands are made
   * where what was given makes no sense without them, or help is asked for.
   */
  private ParseResult parse(String... arguments) {
    CommandLineShape shape = new CommandLineShape(program);
    try {
      ParseResult plain = new CommandLine(shape.serve()).parseArgs(arguments);
      if (!plain.isUsageHelpRequested() && !namesSubcommand(shape, plain)) {
        return plain;
      }
    } catch (CommandLine.PicocliException withoutCommands) {
      // The whole model knows whether one was named, and words the mistake if none was.
    }
    return parseWhole(shape, arguments);
  }

  /** Without the commands, the name of one stands where a port does. */
  private static boolean namesSubcommand(CommandLineShape shape, ParseResult plain) {
    return plain.matchedPositionals().stream()
        .flatMap(position -> position.stringValues().stream())
        .anyMatch(shape::isSubcommand);
  }

  private static ParseResult parseWhole(CommandLineShape shape, String... arguments) {
    try {
      return new CommandLine(shape.whole()).parseArgs(arguments);
    } catch (UnmatchedArgumentException unmatched) {
      throw new UsageError(unknown(unmatched) + "; see --help for all of them");
    } catch (ParameterException mistake) {
      throw new UsageError(LogText.escape(mistake.getMessage()));
    } catch (CommandLine.InitializationException unreadable) {
      throw new UsageError(LogText.escape(unreadable.getMessage()));
    }
  }

  private static String unknown(UnmatchedArgumentException unmatched) {
    String first = unmatched.getUnmatched().get(0);
    String what = first.startsWith("-") ? "unknown option" : "unexpected argument";
    String message = what + " '" + LogText.escape(first) + "'";
    List<String> similar = unmatched.getSuggestions();
    return similar.isEmpty() ? message : message + ", did you mean " + similar.get(0) + "?";
  }

  /**
   * Adds what was matched, in the order of the command line, so that the last one wins whether it
   * is a flag or stands by its position.
   */
  private static void collect(ParseResult result, Map<Setting, List<Given>> given) {
    Map<ArgSpec, Integer> seen = new HashMap<>();
    for (ArgSpec argument : result.matchedArgs()) {
      if (argument.userObject() instanceof Setting setting) {
        int index = seen.merge(argument, 1, Integer::sum) - 1;
        String text = argument.stringValues().get(index);
        Given value = new Given(nameOf(argument), text);
        requireFile(value);
        given.computeIfAbsent(setting, s -> new ArrayList<>()).add(value);
      }
    }
  }

  private static String nameOf(ArgSpec argument) {
    return argument.isOption() ? ((OptionSpec) argument).longestName() : argument.paramLabel();
  }

  /** An argument file that cannot be read is left as it stands by picocli: say so. */
  private static void requireFile(Given value) {
    if (value.text().startsWith("@") && !value.name().startsWith("--")) {
      String file = value.text().substring(1);
      throw new UsageError("the argument file '" + LogText.escape(file) + "' cannot be read");
    }
  }
}
