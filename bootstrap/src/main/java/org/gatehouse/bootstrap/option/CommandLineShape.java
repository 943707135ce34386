package org.gatehouse.bootstrap.option;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.gatehouse.bootstrap.option.Invocation.Command;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Makes picocli's model of the command line, help text and all, from the table. */
final class CommandLineShape {
  private static final int HELP_WIDTH = 100;

  private static final Set<Group> OF_THE_SERVER = EnumSet.complementOf(EnumSet.of(Group.HEALTH));

  /** In the order of the help text. */
  private static final Map<String, Supplier<CommandSpec>> SUBCOMMANDS = new LinkedHashMap<>();

  static {
    SUBCOMMANDS.put("init-etags", CommandLineShape::initEtags);
    SUBCOMMANDS.put("health", CommandLineShape::health);
  }

  /** A switch takes a value only where one is attached to it: {@code --dotfiles=false}. */
  private static final IParameterPreprocessor SWITCHED_ON =
      (arguments, command, option, info) -> {
        boolean attached = !" ".equals(info.get("separator"));
        if (!attached) {
          arguments.push("true");
        }
        return false;
      };

  private CommandLineShape() {}

  /** The server's own command, with its subcommands. */
  static CommandSpec whole() {
    CommandSpec spec = serve();
    SUBCOMMANDS.forEach((name, subcommand) -> spec.addSubcommand(name, subcommand.get()));
    return spec;
  }

  /** Whether a word is the name of a subcommand. */
  static boolean isSubcommand(String word) {
    return SUBCOMMANDS.containsKey(word);
  }

  /** The server's own command alone, which takes a third of the time to make. */
  static CommandSpec serve() {
    CommandSpec spec = command(Command.SERVE, "java -jar server.jar");
    addGroups(spec, OF_THE_SERVER);
    spec.addPositional(positional(Setting.PORT, 0, "PORT"));
    spec.addPositional(positional(Setting.LOG_LEVEL, 1, "LOG_LEVEL"));
    spec.addOption(
        OptionSpec.builder("--version")
            .versionHelp(true)
            .description("Print the version and end.")
            .build());
    spec.usageMessage()
        .customSynopsis(
            "java -jar server.jar [PORT [LOG_LEVEL]] [OPTIONS]",
            "       java -jar server.jar init-etags [OPTIONS]",
            "       java -jar server.jar health [--url URL] [--timeout TIME] [OPTIONS]",
            "       java -jar server.jar @FILE [OPTIONS]")
        .description("Serves a folder over HTTP/1.0 and HTTP/1.1.")
        .commandListHeading("%nCommands%n")
        .footer(
            "",
            "A flag goes before its environment variable, and that before the default. Sizes take k,"
                + " M and G (1024s), durations ms, s, m and h. @FILE is a file of arguments, such as"
                + " @profiles/classic.");
    return spec;
  }

  private static CommandSpec initEtags() {
    CommandSpec spec = command(Command.INIT_ETAGS, "init-etags");
    addGroups(spec, OF_THE_SERVER);
    spec.usageMessage()
        .customSynopsis("java -jar server.jar init-etags [OPTIONS]")
        .description("Records the entity tag of every file under the root.");
    return spec;
  }

  /** It takes the server's options too, so that what starts a server also finds it. */
  private static CommandSpec health() {
    CommandSpec spec = command(Command.HEALTH, "health");
    addGroups(spec, EnumSet.allOf(Group.class));
    spec.usageMessage()
        .customSynopsis("java -jar server.jar health [--url URL] [--timeout TIME] [OPTIONS]")
        .description(
            "Asks a running server whether it is well. Exit code 0: it is; 1: it is not, or did not"
                + " answer; 2: a mistake in the options.");
    return spec;
  }

  private static CommandSpec command(Command command, String name) {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(name);
    // A value may be called like a command: --endpoints health, --root health.
    spec.parser().allowSubcommandsAsOptionParameters(true);
    spec.usageMessage().width(HELP_WIDTH).sortOptions(false);
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Print this text and end.")
            .build());
    return spec;
  }

  private static void addGroups(CommandSpec spec, Set<Group> groups) {
    groups.forEach(group -> spec.addArgGroup(group(group)));
  }

  private static ArgGroupSpec group(Group group) {
    ArgGroupSpec.Builder builder =
        ArgGroupSpec.builder()
            .heading("%n" + group.heading() + "%n")
            .validate(false)
            .order(group.ordinal());
    for (Setting setting : Setting.values()) {
      if (setting.group() == group) {
        builder.addArg(option(setting));
      }
    }
    return builder.build();
  }

  private static OptionSpec option(Setting setting) {
    // Everything is a list: which value counts is the table's business, not the parser's.
    OptionSpec.Builder builder =
        OptionSpec.builder(setting.flags())
            .userObject(setting)
            .type(List.class)
            .auxiliaryTypes(String.class)
            .order(setting.ordinal())
            .description(describe(setting));
    if (setting.use() == Setting.Use.SWITCH) {
      builder.arity("0..1").paramLabel("true|false").preprocessor(SWITCHED_ON);
    } else {
      builder.arity("1").paramLabel(setting.takes());
    }
    return builder.build();
  }

  /** What it means, then the environment variable and the default. */
  private static String[] describe(Setting setting) {
    String sources = "[" + setting.variable() + ", default: " + setting.fallback().shown() + "]";
    return new String[] {escape(setting.meaning()), escape(sources)};
  }

  /** A percent sign is a format to picocli. */
  private static String escape(String text) {
    return text.replace("%", "%%");
  }

  private static PositionalParamSpec positional(Setting setting, int index, String label) {
    return PositionalParamSpec.builder()
        .userObject(setting)
        .index(Integer.toString(index))
        .arity("0..1")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel(label)
        .description("The same as " + setting.flag() + ".")
        .build();
  }
}
