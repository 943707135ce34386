package org.gatehouse.bootstrap.option;

import static org.gatehouse.bootstrap.option.Group.HEALTH;
import static org.gatehouse.bootstrap.option.Group.LIMITS;
import static org.gatehouse.bootstrap.option.Group.LISTENING;
import static org.gatehouse.bootstrap.option.Group.LOGS;
import static org.gatehouse.bootstrap.option.Group.REPORT;
import static org.gatehouse.bootstrap.option.Group.REQUEST;
import static org.gatehouse.bootstrap.option.Group.SERVING;
import static org.gatehouse.bootstrap.option.Group.TIMES;
import static org.gatehouse.bootstrap.option.Group.WRITING;
import static org.gatehouse.bootstrap.option.Setting.Use.REPEATABLE;
import static org.gatehouse.bootstrap.option.Setting.Use.SWITCH;

import java.util.List;
import java.util.Map;

/**
 * The table of all that can be set: each row with its default and what it means. Flag and
 * environment variable are the constant's name, so that they cannot drift apart.
 */
public enum Setting {
  URL(
      HEALTH,
      "URL",
      Default.derived("/health of the address that the other options name"),
      "What to ask a server for."),
  TIMEOUT(HEALTH, "TIME", Default.of("3s"), "How long question and answer may take together."),

  METHOD(REQUEST, "METHOD", Default.derived("none"), "The method, such as GET."),
  TARGET(
      REQUEST, "TARGET", Default.derived("none"), "The request target, such as '/notes/?draft=1'."),
  HEADER(
      REQUEST,
      REPEATABLE,
      "'NAME: VALUE'",
      Default.derived("none, but for Host"),
      "A field of the request."),
  CONTENT(
      REQUEST,
      "FILE",
      Default.derived("none; of an announced length blanks"),
      "The content of the request; it brings its Content-Length."),
  JSON(REPORT, SWITCH, "", Default.of("false"), "Print JSON."),

  PORT(LISTENING, "PORT", Default.of("8080"), "Where to listen; 0 picks a free port."),
  BIND(
      LISTENING,
      "ADDRESS",
      Default.of("127.0.0.1"),
      "The address to listen on; 0.0.0.0 or :: for all."),
  ALLOWED_HOST(
      LISTENING,
      REPEATABLE,
      "NAME",
      Default.derived("on loopback its names and the bind address, otherwise any"),
      "A host name that requests may ask for, beside the default ones."),

  QR(
      LISTENING,
      SWITCH,
      "",
      Default.of("false"),
      "Print a QR code of the first address that other machines reach."),

  ROOT(SERVING, "FOLDER", Default.of("www"), "The folder that is served."),
  VAR(SERVING, "FOLDER", Default.of("var"), "The folder for logs and stores."),
  DIRECTORY(
      SERVING, "FOLDER", Default.derived("'files' under the root"), "The folder behind /files/."),
  ENDPOINTS(
      SERVING,
      "LIST",
      Default.of("all"),
      "Which endpoints are on: all, none, or any of health, metrics, dashboard, routes, hello,"
          + " about, echo, user-agent, files, upload."),
  TYPES(
      SERVING,
      "LIST",
      Default.derived("the broad table"),
      "Serve these extensions only, such as html,txt,png."),
  UNKNOWN_TYPES(
      SERVING,
      "refuse|octet-stream",
      Default.of("refuse"),
      "What becomes of all other extensions: refuse, or octet-stream to serve them as such."),
  DOTFILES(
      SERVING,
      SWITCH,
      "",
      Default.of("false"),
      "Serve and write names that begin with a dot, too."),
  ATTACHMENT(SERVING, "LIST", Default.derived("none"), "Extensions that are sent as a download."),
  REDIRECT(
      SERVING,
      REPEATABLE,
      "FROM=TO",
      Default.derived("none"),
      "A path that has moved, such as /old.html=/new.html."),
  LISTING(
      SERVING,
      REPEATABLE,
      "FOLDER",
      Default.derived("none; /files/ where no root is named"),
      "A folder that is listed with all below it, such as /pub/; / for every folder, none for no"
          + " one."),
  COOKIES(SERVING, "on|off", Default.of("on"), "Whether a new visitor gets an id in a cookie."),
  CACHE_VALID(
      SERVING,
      "TIME",
      Default.of("1s"),
      "How long a cached file is trusted before it is looked at again."),

  WRITES(
      WRITING,
      "open|authenticated|off",
      Default.derived("open on loopback, otherwise authenticated"),
      "Who may write: open for everyone, authenticated for those with credentials, off for"
          + " nobody. DELETE takes credentials always."),
  AUTH(
      WRITING,
      "USER:PASSWORD",
      Default.derived("HTTP_AUTH_USER and HTTP_AUTH_PASS of the environment"),
      "The credentials for writing. Whoever may list processes can read them: --auth-file or the"
          + " environment keeps them to itself."),
  AUTH_FILE(
      WRITING,
      "FILE",
      Default.derived("none"),
      "A file of several credentials, as 'htpasswd -B' writes it, not readable by others."),
  AUTH_BACKOFF(
      WRITING,
      "on|off",
      Default.of("on"),
      "Whether an address that presented ten wrong credentials has to wait, longer each time."),
  SYNC(
      WRITING,
      "always|never",
      Default.of("always"),
      "Whether a write is forced to the disk before it is answered."),

  LOOPS(
      LIMITS,
      "N",
      Default.derived("one fewer than cores, at least 1"),
      "Threads that serve connections. As many as cores only where the machine has nothing else to"
          + " do."),
  WORKERS(
      LIMITS,
      "N",
      Default.derived("2 for each core, at least 10"),
      "Threads that wait for the disk."),
  QUEUE(
      LIMITS,
      "N",
      Default.of("1024"),
      "Requests that may wait for a worker before others are refused."),
  MAX_CONNECTIONS(LIMITS, "N", Default.of("10000"), "Connections that may be open."),
  MAX_REQUESTS_PER_CONNECTION(
      LIMITS, "N", Default.of("1000"), "Requests that one connection may send."),
  MAX_URI(LIMITS, "SIZE", Default.of("8000"), "The longest request target."),
  MAX_HEADERS(LIMITS, "SIZE", Default.of("32k"), "The largest field section."),
  MAX_BODY(LIMITS, "SIZE", Default.of("64M"), "The largest content of a request."),

  IDLE_TIMEOUT(
      TIMES, "TIME", Default.of("30s"), "How long a connection may wait for its next request."),
  HEADER_TIMEOUT(TIMES, "TIME", Default.of("10s"), "How long a request's head may take."),
  BODY_TIMEOUT(TIMES, "TIME", Default.of("20s"), "How long content may stall."),
  WRITE_TIMEOUT(
      TIMES, "TIME", Default.of("30s"), "How long a client may take no octet of its response."),
  SHUTDOWN_TIMEOUT(
      TIMES,
      "TIME",
      Default.of("10s"),
      "How long requests in flight may take when the server stops."),
  DRAIN_DELAY(
      TIMES,
      "TIME",
      Default.of("0s"),
      "How long to go on serving, with /health at 503, before the server stops."),

  LOG_LEVEL(
      LOGS,
      "0|1|2",
      Default.of("0"),
      "The log: 0 user.log from INFO, 1 debug.log from DEBUG, 2 developer.log from WARNING."),
  ACCESS_LOG(
      LOGS,
      "combined|json|off",
      Default.of("off"),
      "Write access.log as well: combined, json or off."),
  LOG_EXPIRY(
      LOGS,
      "TIME",
      Default.of("12h"),
      "A log that is older than this is compressed at the start, and a new one begun.");

  /** How often a setting counts. */
  enum Use {
    /** The last value wins. */
    SINGLE,
    /** All values count; in the environment they stand between commas. */
    REPEATABLE,
    /** It needs no value: to name it is to switch it on. */
    SWITCH
  }

  private static final Map<Setting, String> SHORT = Map.of(PORT, "-p", BIND, "-b", ROOT, "-r");

  private final Group group;
  private final Use use;
  private final String takes;
  private final Default fallback;
  private final String meaning;

  Setting(Group group, String takes, Default fallback, String meaning) {
    this(group, Use.SINGLE, takes, fallback, meaning);
  }

  Setting(Group group, Use use, String takes, Default fallback, String meaning) {
    this.group = group;
    this.use = use;
    this.takes = takes;
    this.fallback = fallback;
    this.meaning = meaning;
  }

  /** Under which heading the help text shows it. */
  Group group() {
    return group;
  }

  /** How often it counts. */
  Use use() {
    return use;
  }

  /** The flag in its long form: the constant's name in lower case. */
  public String flag() {
    return "--" + Given.word(this);
  }

  /** All forms of the flag. */
  String[] flags() {
    return SHORT.containsKey(this) ? new String[] {SHORT.get(this), flag()} : new String[] {flag()};
  }

  /** What the help text calls the value. */
  String takes() {
    return takes;
  }

  /** The words it takes, where they can be listed; else empty. */
  List<String> choices() {
    return takes.contains("|") ? List.of(takes.split("\\|")) : List.of();
  }

  /** Whether it takes the path of a file or folder. */
  boolean takesPath() {
    return takes.equals("FOLDER") || takes.equals("FILE");
  }

  /** What holds where it is not set. */
  Default fallback() {
    return fallback;
  }

  /** What it means, in a sentence for the help text. */
  String meaning() {
    return meaning;
  }

  /** The environment variable: the constant's name behind {@code GATEHOUSE_}. */
  public String variable() {
    return "GATEHOUSE_" + name();
  }
}
