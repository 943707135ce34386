package org.gatehouse.distribution;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.bootstrap.option.CommandLineShape;
import org.gatehouse.bootstrap.option.Examples;
import org.gatehouse.bootstrap.option.Examples.Example;
import org.gatehouse.bootstrap.option.Invocation.Command;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The manual page gatehouse(1), of the model from which the help text is made. */
final class ManPage {
  private static final String PROGRAM = "gatehouse";

  private final CommandSpec model =
      new CommandLine(new CommandLineShape(PROGRAM).whole()).getCommandSpec();
  private final String version;
  private final LocalDate date;

  ManPage(String version, LocalDate date) {
    this.version = version;
    this.date = date;
  }

  /** The page in roff. */
  String text() {
    Roff page =
        new Roff().title("GATEHOUSE", 1, date.toString(), "Gatehouse " + version, "User Commands");
    page.section("Name").raw("gatehouse \\- strict and safe HTTP server for files");
    synopsis(page);
    page.section("Description");
    page.line(
        "Gatehouse is an HTTP/1.0 and HTTP/1.1 origin server. It serves a folder, and takes files"
            + " into it: with conditional requests, ranges, negotiated compression, entity tags and"
            + " durable uploads. It ends on SIGINT and SIGTERM, when it has answered what is in"
            + " flight.");
    page.paragraph(
        "An option goes before its environment variable, and that before the default. Sizes take k,"
            + " M and G (1024s), durations ms, s, m and h. @FILE is a file of arguments, one or"
            + " more a line; what stands behind it on the command line overrides it.");
    commands(page);
    page.section("Options");
    options(page, model, Set.of());
    ends(page);
    examples(page);
    page.section("See also").raw(".BR systemd.service (5),").raw(".BR curl (1)");
    return page.toString();
  }

  private void synopsis(Roff page) {
    page.section("Synopsis");
    page.raw(".B gatehouse").raw("[\\fIPORT\\fR [\\fILOG_LEVEL\\fR]] [\\fIOPTIONS\\fR]");
    page.lineBreak();
    page.raw(".B gatehouse").raw("\\fICOMMAND\\fR [\\fIOPTIONS\\fR]");
    page.lineBreak();
    page.raw(".B gatehouse").raw("@\\fIFILE\\fR [\\fIOPTIONS\\fR]");
  }

  private void commands(Roff page) {
    page.section("Commands");
    page.line("Without one it serves. Most commands take the options of the server as well.");
    Set<String> ofServer = names(model.options());
    for (CommandLine command : model.subcommands().values()) {
      CommandSpec spec = command.getCommandSpec();
      page.subsection(spec.name());
      page.line(String.join(" ", spec.usageMessage().description()));
      options(page, spec, ofServer);
    }
  }

  private static Set<String> names(Collection<OptionSpec> options) {
    return options.stream()
        .map(OptionSpec::longestName)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The options of a command group by group, but for those that are told elsewhere. */
  private static void options(Roff page, CommandSpec spec, Set<String> elsewhere) {
    Set<String> grouped = new LinkedHashSet<>();
    spec.argGroups().forEach(group -> grouped.addAll(names(group.options())));
    spec.options().stream()
        .filter(option -> !grouped.contains(option.longestName()))
        .filter(option -> !elsewhere.contains(option.longestName()))
        .forEach(option -> item(page, option));
    for (ArgGroupSpec group : spec.argGroups()) {
      List<OptionSpec> own =
          group.options().stream()
              .filter(option -> !elsewhere.contains(option.longestName()))
              .toList();
      if (!own.isEmpty() && elsewhere.isEmpty()) {
        page.subsection(group.heading().replace("%n", "").strip());
      }
      own.forEach(option -> item(page, option));
    }
  }

  private static void item(Roff page, OptionSpec option) {
    String term =
        Stream.of(option.names())
            .map(name -> "\\fB" + Roff.escape(name) + "\\fR")
            .collect(Collectors.joining(", "));
    page.rawItem(term + value(option));
    page.line(plain(option.description()[0]));
    if (option.description().length > 1) {
      page.lineBreak();
      page.line(plain(option.description()[1]));
    }
  }

  private static String value(ArgSpec option) {
    if (option.arity().max() == 0) {
      return "";
    }
    String value = "=\\fI" + Roff.escape(option.paramLabel()) + "\\fR";
    return option.arity().min() == 0 ? "[" + value + "]" : value;
  }

  /** A percent sign is doubled for picocli. */
  private static String plain(String text) {
    return text.replace("%%", "%");
  }

  private static void ends(Roff page) {
    page.section("Exit status");
    page.item("0").line("It has stopped as it was told to, or what was asked for is well.");
    page.item("1").line("The machine did not let it: a port in use, a folder that is missing.");
    page.item("2").line("A mistake in the options; one line on standard error names it.");
    page.item("3").line("Of doctor: it would start, but there are warnings.");
    page.section("Environment");
    page.item("GATEHOUSE_OPTION").line("The option of that name, such as GATEHOUSE_MAX_BODY.");
    page.item("HTTP_AUTH_USER, HTTP_AUTH_PASS")
        .line("The credentials for writing, unless an option names some.");
    page.item("GATEHOUSE_JAVA, JAVA_HOME").line("Which Java the launcher takes.");
    page.item("GATEHOUSE_JAVA_OPTS").line("Options of the JVM, such as -Xmx256m.");
    page.section("Files");
    page.item("/etc/gatehouse/arguments").line("The options of the service.");
    page.item("/etc/gatehouse/environment").line("Secrets of the service.");
    page.item("/usr/share/gatehouse/profiles/").line("Argument files for some purposes.");
    page.item("/var/lib/gatehouse/").line("What the service serves, logs and stores.");
    page.item("/var/cache/gatehouse/server.jsa")
        .line(
            "An archive of loaded classes with which the launcher starts sooner, if there is one."
                + " This makes it, for the Java at hand:");
    page.code(
        "java -XX:ArchiveClassesAtExit=/var/cache/gatehouse/server.jsa"
            + " -jar /usr/share/gatehouse/server.jar explain GET / --root /var/lib/gatehouse/www");
  }

  private static void examples(Roff page) {
    page.section("Examples").line("Every one of these can be typed.");
    for (Command command : Command.values()) {
      for (Example example : Examples.of(command)) {
        page.paragraph(example.purpose() + ":");
        page.code((PROGRAM + " " + example.arguments()).strip());
      }
    }
  }
}
