package org.gatehouse.bootstrap.option;

import java.util.List;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Makes picocli's model of the command line, help text and all, from the table. */
final class CommandLineShape {
  private static final int HELP_WIDTH = 100;

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
  static CommandSpec serve() {
    CommandSpec spec = command("java -jar server.jar");
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
            "       java -jar server.jar @FILE [OPTIONS]")
        .description("Serves a folder over HTTP/1.0 and HTTP/1.1.")
        .commandListHeading("%nCommands%n")
        .footer(
            "",
            "A flag goes before its environment variable, and that before the default. Sizes take k,"
                + " M and G (1024s), durations ms, s, m and h. @FILE is a file of arguments, such as"
                + " @profiles/classic.");
    spec.addSubcommand("init-etags", initEtags());
    return spec;
  }

  private static CommandSpec initEtags() {
    CommandSpec spec = command("java -jar server.jar init-etags");
    spec.usageMessage().description("Records the entity tag of every file under the root.");
    return spec;
  }

  private static CommandSpec command(String name) {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.usageMessage().width(HELP_WIDTH).sortOptions(false);
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Print this text and end.")
            .build());
    for (Group group : Group.values()) {
      spec.addArgGroup(group(group));
    }
    return spec;
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
