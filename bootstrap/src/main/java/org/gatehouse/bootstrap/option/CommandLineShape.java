package org.gatehouse.bootstrap.option;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.gatehouse.bootstrap.option.Invocation.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Makes picocli's model of the command line, help text and all, from the table. */
public final class CommandLineShape {
  private static final int HELP_WIDTH = 100;

  private final String program;

  /** In the order of the help text. */
  private final Map<String, Supplier<CommandSpec>> subcommands = new LinkedHashMap<>();

  /**
   * A command line.
   *
   * @param program how it begins: the name of the launcher, or {@code java -jar server.jar}
   */
  public CommandLineShape(String program) {
    this.program = program;
    subcommands.put("init-etags", this::initEtags);
    subcommands.put("health", this::health);
    subcommands.put("doctor", this::doctor);
    subcommands.put("explain", this::explain);
    subcommands.put("completion", this::completion);
  }

  /** The server's own command, with its subcommands and all that the help text says. */
  public CommandSpec whole() {
    CommandSpec spec = serve();
    subcommands.forEach((name, subcommand) -> spec.addSubcommand(name, subcommand.get()));
    spec.usageMessage()
        .customSynopsis(
            program + " [PORT [LOG_LEVEL]] [OPTIONS]",
            "       " + program + " COMMAND [OPTIONS]",
            "       " + program + " @FILE [OPTIONS]")
        .description("Serves a folder over HTTP/1.0 and HTTP/1.1.")
        .commandListHeading("%nCommands (--help behind one says more)%n")
        .footerHeading("%nExamples%n")
        .footer(Examples.of(Command.SERVE, program));
    return spec;
  }

  /** Whether a word is the name of a subcommand. */
  boolean isSubcommand(String word) {
    return subcommands.containsKey(word);
  }

  /** The server's own command alone, which takes a third of the time to make. */
  CommandSpec serve() {
    CommandSpec spec = command(Command.SERVE, program);
    addGroups(spec, Group.OF_THE_SERVER);
    addPort(spec);
    return spec;
  }

  private CommandSpec initEtags() {
    CommandSpec spec = command(Command.INIT_ETAGS, "init-etags");
    addGroups(spec, Group.OF_THE_SERVER);
    return told(
        spec,
        Command.INIT_ETAGS,
        "[OPTIONS]",
        "Records the entity tag of every file under the root.");
  }

  /** It takes the server's options too, so that what starts a server also finds it. */
  private CommandSpec health() {
    CommandSpec spec = command(Command.HEALTH, "health");
    addGroups(spec, with(Group.HEALTH));
    return told(
        spec,
        Command.HEALTH,
        "[--url URL] [--timeout TIME] [OPTIONS]",
        "Asks a running server whether it is well. Exit code 0: it is; 1: it is not, or did not"
            + " answer; 2: a mistake in the options.");
  }

  private CommandSpec doctor() {
    CommandSpec spec = command(Command.DOCTOR, "doctor");
    addGroups(spec, with(Group.REPORT));
    addPort(spec);
    return told(
        spec,
        Command.DOCTOR,
        "[PORT [LOG_LEVEL]] [OPTIONS] [--json]",
        "Looks whether a server could start with these options and do well, without starting it or"
            + " changing anything. Exit code 0: it could; 1: something is in its way; 2: a mistake in"
            + " the options; 3: it could, but there are warnings.");
  }

  private CommandSpec explain() {
    CommandSpec spec = command(Command.EXPLAIN, "explain");
    addGroups(spec, with(Group.REQUEST, Group.REPORT));
    spec.addPositional(OptionShape.positional(Setting.METHOD, 0, "METHOD"));
    spec.addPositional(OptionShape.positional(Setting.TARGET, 1, "TARGET"));
    return told(
        spec,
        Command.EXPLAIN,
        "METHOD TARGET [--header FIELD]... [--content FILE] [OPTIONS]",
        "Tells what a server with these options would answer and why: guards, route, conditions,"
            + " coding, range, what would be written. Nothing is written. Exit code 0: it was told,"
            + " whatever the status; 1: something is in its way; 2: a mistake in the options.");
  }

  private CommandSpec completion() {
    CommandSpec spec = command(Command.COMPLETION, "completion");
    return told(
        spec,
        Command.COMPLETION,
        "",
        "Prints a script with which bash and zsh complete commands, options and values of"
            + " 'gatehouse'.");
  }

  private CommandSpec told(CommandSpec spec, Command command, String synopsis, String description) {
    spec.usageMessage()
        .customSynopsis((program + " " + spec.name() + " " + synopsis).strip())
        .description(description)
        .footerHeading("%nExamples%n")
        .footer(Examples.of(command, program));
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
    spec.addOption(
        OptionSpec.builder("--version")
            .versionHelp(true)
            .description("Print the version and end.")
            .build());
    return spec;
  }

  private static void addPort(CommandSpec spec) {
    spec.addPositional(OptionShape.positional(Setting.PORT, 0, "PORT"));
    spec.addPositional(OptionShape.positional(Setting.LOG_LEVEL, 1, "LOG_LEVEL"));
  }

  private static Set<Group> with(Group... more) {
    Set<Group> groups = EnumSet.copyOf(Group.OF_THE_SERVER);
    groups.addAll(Set.of(more));
    return groups;
  }

  private static void addGroups(CommandSpec spec, Set<Group> groups) {
    groups.forEach(group -> spec.addArgGroup(OptionShape.group(group)));
  }
}
