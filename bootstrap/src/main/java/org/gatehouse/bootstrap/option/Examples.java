package org.gatehouse.bootstrap.option;

import java.util.ArrayList;
import java.util.List;
import org.gatehouse.bootstrap.option.Invocation.Command;

/** Command lines for common purposes, as the help texts and the manual show them. */
public final class Examples {
  private static final List<Example> SERVE =
      List.of(
          new Example("serve ./www on http://127.0.0.1:8080", ""),
          new Example("serve another folder, on any free port", "0 --root site"),
          new Example(
              "let a phone in the same network read, and show it the way",
              "--bind 0.0.0.0 --writes off --qr"),
          new Example(
              "take uploads from elsewhere, with the users of a password file",
              "--bind 0.0.0.0 --auth-file users.htpasswd"),
          new Example(
              "answer for one name only, behind a proxy on this machine",
              "--allowed-host files.example --auth-backoff off"),
          new Example(
              "take files of up to 4 GiB from slow senders", "--max-body 4G --body-timeout 2m"),
          new Example(
              "serve files of any type, hidden ones as well",
              "--unknown-types octet-stream --dotfiles"),
          new Example(
              "serve files and nothing else", "--endpoints none --cookies off --writes off"),
          new Example("a page has moved", "--redirect /old.html=/new.html"),
          new Example(
              "log every request in JSON, and all there is to know about each",
              "--access-log json --log-level 1"),
          new Example(
              "stop without losing a request behind a balancer",
              "--drain-delay 10s --shutdown-timeout 30s"),
          new Example(
              "settings from a file, one of them overridden", "@profiles/classic --max-body 1M"),
          new Example("look first whether it would start", "doctor --bind 0.0.0.0 --root /srv/www"),
          new Example("why is this refused?", "explain GET '/a%2e%2e/b'"));

  private static final List<Example> INIT_ETAGS =
      List.of(new Example("before the first start", "init-etags --root site --var state"));

  private static final List<Example> HEALTH =
      List.of(
          new Example("the server that the same options would start", "health --port 9000"),
          new Example("another one", "health --url https://files.example/health --timeout 5s"));

  private static final List<Example> DOCTOR =
      List.of(
          new Example("before a start", "doctor @profiles/observed"),
          new Example("for a script", "doctor --port 80 --json"));

  private static final List<Example> EXPLAIN =
      List.of(
          new Example(
              "a page, as a browser asks for it", "explain GET / --header 'Accept-Encoding: gzip'"),
          new Example(
              "whether a client's copy is still good",
              "explain GET /index.html --header 'If-None-Match: \"1-2\"'"),
          new Example(
              "what an upload would do", "explain PUT /notes/today.txt --content notes.txt"),
          new Example(
              "a part, for a program",
              "explain GET /film.mp4 --header 'Range: bytes=-500' --json"));

  private static final List<Example> COMPLETION =
      List.of(
          new Example("in this shell, bash or zsh", "completion > c && . ./c"),
          new Example(
              "in every bash",
              "completion > ~/.local/share/bash-completion/completions/gatehouse"));

  private Examples() {}

  /**
   * A command line.
   *
   * @param purpose what it is for
   * @param arguments what stands behind the program's name
   */
  public record Example(String purpose, String arguments) {}

  /** Those of a command. */
  public static List<Example> of(Command command) {
    return switch (command) {
      case SERVE -> SERVE;
      case INIT_ETAGS -> INIT_ETAGS;
      case HEALTH -> HEALTH;
      case DOCTOR -> DOCTOR;
      case EXPLAIN -> EXPLAIN;
      case COMPLETION -> COMPLETION;
      case PRINT -> List.of();
    };
  }

  /** Those of a command as lines of a help text. */
  static String[] of(Command command, String program) {
    List<String> lines = new ArrayList<>();
    for (Example example : of(command)) {
      lines.add("  # " + example.purpose());
      lines.add(OptionShape.escape(("  " + program + " " + example.arguments()).stripTrailing()));
    }
    if (command == Command.SERVE) {
      lines.add("");
      lines.add(
          "A flag goes before its environment variable, and that before the default. Sizes take k, M"
              + " and G (1024s), durations ms, s, m and h. @FILE is a file of arguments, such as"
              + " @profiles/classic.");
    }
    return lines.toArray(String[]::new);
  }
}
