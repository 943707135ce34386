package org.gatehouse.bootstrap.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The examples in the tables of the README.
 *
 * <p>In a table of examples every row is one, or several: commands in backquotes, and behind them
 * what they promise, a status first. What stands in backquotes there is literally in the answer. A
 * row that is not of this form is an error, so that none can be added that nobody runs.
 */
final class ReadmeExamples {
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
  private static final Pattern STATUS = Pattern.compile("\\d{3}");
  private static final String PROFILE = "@profiles/";

  private final List<String> lines;

  private ReadmeExamples(List<String> lines) {
    this.lines = lines;
  }

  static ReadmeExamples of(Path readme) {
    try {
      return new ReadmeExamples(Files.readAllLines(readme));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * An example.
   *
   * @param profile for which it holds; empty text for none
   * @param template the command as it stands
   * @param status the answer's
   * @param promises what else is in the answer
   */
  record Example(String profile, String template, String status, List<String> promises) {

    /** The command for a server at this address. */
    String command(String address, String tag) {
      return template
          .replace("http://127.0.0.1:8080", address)
          .replace("http://127.0.0.1:4221", address)
          .replace("…", address)
          .replace("<tag>", tag);
    }
  }

  /** The examples of a section, in order. */
  List<Example> section(String heading) {
    List<Example> examples = new ArrayList<>();
    int start = lines.indexOf("## " + heading);
    for (String line : lines.subList(start + 1, lines.size())) {
      if (line.startsWith("## ")) {
        break;
      }
      if (line.startsWith("| ") && !line.endsWith("| and get |")) {
        examples.addAll(row(line));
      }
    }
    return examples;
  }

  private static List<Example> row(String line) {
    String[] cells = line.substring(2, line.length() - 2).split(" \\| ");
    int last = cells.length - 1;
    List<String> commands = quoted(cells[last - 1]);
    List<String> promises = quoted(cells[last]);
    boolean understood =
        !commands.isEmpty()
            && commands.stream().allMatch(command -> command.startsWith("curl -i "))
            && !promises.isEmpty()
            && STATUS.matcher(promises.get(0)).matches();
    if (!understood) {
      throw new AssertionError("not an example: " + line);
    }
    String profile = last == 2 ? quoted(cells[0]).get(0).substring(PROFILE.length()) : "";
    return commands.stream()
        .map(c -> new Example(profile, c, promises.get(0), promises.subList(1, promises.size())))
        .toList();
  }

  private static List<String> quoted(String cell) {
    Matcher matcher = QUOTED.matcher(cell);
    List<String> quoted = new ArrayList<>();
    while (matcher.find()) {
      quoted.add(matcher.group(1));
    }
    return quoted;
  }
}
