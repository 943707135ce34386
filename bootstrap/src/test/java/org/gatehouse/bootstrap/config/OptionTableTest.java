package org.gatehouse.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gatehouse.application.endpoint.EndpointName;
import org.gatehouse.application.route.WritePolicy;
import org.gatehouse.bootstrap.log.AccessFormat;
import org.gatehouse.bootstrap.log.LogStream;
import org.gatehouse.bootstrap.option.Arguments;
import org.gatehouse.bootstrap.option.Setting;
import org.gatehouse.bootstrap.option.UsageError;
import org.gatehouse.domain.credentials.BasicCredentials;
import org.gatehouse.domain.media.MediaTypes;
import org.gatehouse.domain.target.ResourcePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every option: its default, set by flag and by environment, and a value that is not allowed. */
class OptionTableTest {

  /**
   * One option.
   *
   * @param text a value other than the default
   * @param view where the value arrives
   * @param bad a value that is not allowed
   * @param allowed what the message says instead
   */
  private record Row(
      Setting setting,
      Function<Configuration, Object> view,
      Object usual,
      String text,
      Object set,
      String bad,
      String allowed) {
    @Override
    public String toString() {
      return setting.flag();
    }
  }

  private static final EnumSet<Setting> OF_SUBCOMMANDS =
      EnumSet.of(
          Setting.URL,
          Setting.TIMEOUT,
          Setting.METHOD,
          Setting.TARGET,
          Setting.HEADER,
          Setting.CONTENT,
          Setting.JSON);

  private static final String TIME = "a duration from 1ms to 87600h, such as 500ms, 30s, 5m or 12h";
  private static final String TIME_OR_NONE = TIME.replace("1ms", "0ms");
  private static final String FOLDER = "the path of a folder";
  private static final String EXTENSIONS = "extensions without their dot, such as html,txt,png";
  private static final String MOVE =
      "FROM=TO, a path such as /old.html and another path or URL to which it has moved";

  private static final int USUAL_WORKERS =
      Math.max(10, 2 * Runtime.getRuntime().availableProcessors());

  private static String size(String least, String most) {
    return "a size from " + least + " to " + most + " octets, such as 8000, 32k, 64M or 6G";
  }

  private static Row time(
      Setting setting, Function<Configuration, Object> view, Duration usual, boolean orNone) {
    String allowed = orNone ? TIME_OR_NONE : TIME;
    return new Row(setting, view, usual, "1234ms", Duration.ofMillis(1234), "7", allowed);
  }

  private static boolean serves(Configuration configuration, String path) {
    return configuration
        .site()
        .types()
        .of(ResourcePath.parse(path).match(p -> p, fault -> ResourcePath.ROOT))
        .isPresent();
  }

  private static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    rows.addAll(listening());
    rows.addAll(serving());
    rows.addAll(kinds());
    rows.addAll(writing());
    rows.addAll(threads());
    rows.addAll(limits());
    rows.addAll(times());
    rows.addAll(logs());
    return rows;
  }

  private static List<Row> listening() {
    return List.of(
        new Row(
            Setting.PORT,
            c -> c.listening().port(),
            8080,
            "0",
            0,
            "65536",
            "a number from 0 to 65535"),
        new Row(
            Setting.BIND,
            c -> c.listening().host(),
            "127.0.0.1",
            "::1",
            "[::1]",
            "1.2.3.4.5",
            "an address of this machine, or a name of one"),
        new Row(
            Setting.ALLOWED_HOST,
            c -> c.listening().hosts(),
            Set.of("localhost", "127.0.0.1", "[::1]"),
            "Example.ORG",
            Set.of("localhost", "127.0.0.1", "[::1]", "example.org"),
            "example.org:80",
            "a host name or address without a port"));
  }

  private static List<Row> serving() {
    return List.of(
        new Row(
            Setting.ROOT,
            c -> c.site().root(),
            Path.of("www"),
            "/srv/a b",
            Path.of("/srv/a b"),
            "a\0b",
            FOLDER),
        new Row(
            Setting.VAR, Configuration::var, Path.of("var"), "log", Path.of("log"), "\0", FOLDER),
        new Row(
            Setting.DIRECTORY,
            c -> c.site().directory(),
            Optional.empty(),
            "public",
            Optional.of(Path.of("public")),
            "\0",
            FOLDER),
        new Row(
            Setting.ENDPOINTS,
            c -> c.site().endpoints(),
            EnumSet.allOf(EndpointName.class),
            "echo, user-agent",
            Set.of(EndpointName.ECHO, EndpointName.USER_AGENT),
            "echo,pong",
            "all, none, or any of health, metrics, dashboard, routes, hello, about, echo, user-agent, files,"
                + " upload"));
  }

  private static List<Row> kinds() {
    return List.of(
        new Row(
            Setting.TYPES,
            c -> serves(c, "/a.css"),
            true,
            "html,TXT",
            false,
            "html,.txt",
            EXTENSIONS),
        new Row(
            Setting.UNKNOWN_TYPES,
            c -> serves(c, "/a.unknown"),
            false,
            "octet-stream",
            true,
            "allow",
            "one of refuse, octet-stream"),
        new Row(
            Setting.DOTFILES,
            c -> c.site().dotfiles(),
            false,
            "true",
            true,
            "maybe",
            "one of true, false"),
        new Row(
            Setting.ATTACHMENT,
            c -> c.site().attachments(),
            Set.of(),
            "txt,PNG",
            Set.of("txt", "png"),
            ",",
            EXTENSIONS),
        new Row(
            Setting.LISTING,
            c -> c.site().listing().roots(),
            Set.of(ResourcePath.of("files").asFolder()),
            "/pub/a%20b/",
            Set.of(ResourcePath.of("pub", "a b").asFolder()),
            "/pub",
            "none, or the path of a folder with a slash at both ends, such as /pub/"),
        new Row(
            Setting.REDIRECT,
            c -> c.site().redirects(),
            Map.of(),
            "/old.html=/new.html",
            Map.of("/old.html", "/new.html"),
            "/old.html",
            MOVE),
        new Row(
            Setting.COOKIES, c -> c.site().cookies(), true, "off", false, "no", "one of on, off"),
        time(Setting.CACHE_VALID, c -> c.site().cacheValid(), Duration.ofSeconds(1), true));
  }

  private static List<Row> writing() {
    return List.of(
        new Row(
            Setting.WRITES,
            c -> c.writing().policy(),
            WritePolicy.OPEN,
            "off",
            WritePolicy.OFF,
            "closed",
            "one of open, authenticated, off"),
        new Row(
            Setting.AUTH,
            c -> c.writing().credentials().user().map(BasicCredentials::user),
            Optional.empty(),
            "bob:secret:word",
            Optional.of("bob"),
            "bob",
            ""),
        new Row(
            Setting.AUTH_FILE,
            c -> c.writing().credentials().file(),
            Optional.empty(),
            "/etc/gatehouse/users",
            Optional.of(Path.of("/etc/gatehouse/users")),
            "\0",
            "the path of a file"),
        new Row(
            Setting.AUTH_BACKOFF,
            c -> c.writing().backoff(),
            true,
            "off",
            false,
            "no",
            "one of on, off"),
        new Row(
            Setting.SYNC,
            c -> c.writing().sync(),
            true,
            "never",
            false,
            "sometimes",
            "one of always, never"));
  }

  private static List<Row> threads() {
    return List.of(
        new Row(
            Setting.LOOPS,
            c -> c.limits().loops(),
            Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
            "3",
            3,
            "0",
            "a number from 1 to 1000"),
        new Row(
            Setting.WORKERS,
            c -> c.limits().workers(),
            USUAL_WORKERS,
            "3",
            3,
            "0",
            "a number from 1 to 10000"));
  }

  private static List<Row> limits() {
    return List.of(
        new Row(
            Setting.QUEUE,
            c -> c.limits().queue(),
            1024,
            "0",
            0,
            "-1",
            "a number from 0 to 16777216"),
        new Row(
            Setting.MAX_CONNECTIONS,
            c -> c.limits().connections(),
            10_000,
            "20",
            20,
            "0",
            "a number from 1 to 16777216"),
        new Row(
            Setting.MAX_REQUESTS_PER_CONNECTION,
            c -> c.limits().requestsPerConnection(),
            1000,
            "100",
            100,
            "many",
            "a number from 1 to 2147483647"),
        new Row(
            Setting.MAX_URI, c -> c.limits().target(), 8000, "50", 50, "0", size("1", "16777216")),
        new Row(
            Setting.MAX_HEADERS,
            c -> c.limits().fieldSection(),
            32_768,
            "64k",
            65_536,
            "63",
            size("64", "16777216")),
        new Row(
            Setting.MAX_BODY,
            c -> c.limits().content(),
            64L << 20,
            "6G",
            6L << 30,
            "6T",
            size("0", "9223372036854775807")));
  }

  private static List<Row> times() {
    return List.of(
        time(Setting.IDLE_TIMEOUT, c -> c.times().idle(), Duration.ofSeconds(30), false),
        time(Setting.HEADER_TIMEOUT, c -> c.times().header(), Duration.ofSeconds(10), false),
        time(Setting.BODY_TIMEOUT, c -> c.times().body(), Duration.ofSeconds(20), false),
        time(Setting.WRITE_TIMEOUT, c -> c.times().write(), Duration.ofSeconds(30), false),
        time(Setting.SHUTDOWN_TIMEOUT, c -> c.times().shutdown(), Duration.ofSeconds(10), true),
        time(Setting.DRAIN_DELAY, c -> c.times().drainDelay(), Duration.ZERO, true));
  }

  private static List<Row> logs() {
    return List.of(
        new Row(
            Setting.LOG_LEVEL,
            c -> c.logging().stream(),
            LogStream.USER,
            "2",
            LogStream.DEVELOPER,
            "3",
            "a number from 0 to 2"),
        new Row(
            Setting.ACCESS_LOG,
            c -> c.logging().access(),
            Optional.empty(),
            "json",
            Optional.of(AccessFormat.JSON),
            "common",
            "one of combined, json, off"),
        time(Setting.LOG_EXPIRY, c -> c.logging().expiry(), Duration.ofHours(12), true));
  }

  private static Configuration read(Map<String, String> environment, String... arguments) {
    return ConfigurationReader.read(new Arguments("", environment).read(arguments).settings());
  }

  private static String mistake(Map<String, String> environment, String... arguments) {
    return assertThrows(UsageError.class, () -> read(environment, arguments)).getMessage();
  }

  @Test
  void everyOptionHasItsRow() {
    // Those that only subcommands take, and what concerns the terminal alone.
    EnumSet<Setting> missing = EnumSet.complementOf(OF_SUBCOMMANDS);
    missing.remove(Setting.QR);
    int expected = missing.size();
    rows().forEach(row -> missing.remove(row.setting()));
    assertEquals(Set.of(), missing);
    assertEquals(expected, rows().size());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void byDefault(Row row) {
    assertEquals(row.usual(), row.view().apply(read(Map.of())));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void byFlag(Row row) {
    assertEquals(
        row.set(), row.view().apply(read(Map.of(), row.setting().flag() + "=" + row.text())));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void byEnvironment(Row row) {
    Map<String, String> environment = Map.of(row.setting().variable(), row.text());
    assertEquals(row.set(), row.view().apply(read(environment)));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void anEmptyVariableIsNone(Row row) {
    assertEquals(row.usual(), row.view().apply(read(Map.of(row.setting().variable(), " "))));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theFlagGoesBeforeTheEnvironment(Row row) {
    // A variable that would be refused is not even looked at.
    Map<String, String> environment = Map.of(row.setting().variable(), row.bad());
    Configuration configuration = read(environment, row.setting().flag() + "=" + row.text());
    assertEquals(row.set(), row.view().apply(configuration));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aBadValueNamesTheFlagOrTheVariableAndWhatIsAllowed(Row row) {
    String said =
        row.setting() == Setting.AUTH
            ? ": the value is not allowed; it takes user:password"
            : ": '"
                + row.bad().replace("\0", "\\x00")
                + "' is not allowed; it takes "
                + row.allowed();
    Map<String, String> environment = Map.of(row.setting().variable(), row.bad());
    assertEquals(row.setting().variable() + said, mistake(environment));
    String flag = row.setting().flag();
    assertEquals(flag + said, mistake(Map.of(), flag + "=" + row.bad()));
  }

  static Stream<Row> single() {
    Set<Setting> repeatable = Set.of(Setting.REDIRECT, Setting.ALLOWED_HOST, Setting.LISTING);
    return rows().stream().filter(row -> !repeatable.contains(row.setting()));
  }

  @ParameterizedTest
  @MethodSource("single")
  void theLastOneWins(Row row) {
    String flag = row.setting().flag();
    Configuration configuration = read(Map.of(), flag + "=" + row.bad(), flag + "=" + row.text());
    assertEquals(row.set(), row.view().apply(configuration));
  }

  @Test
  void theBroadTableIsTheDefault() {
    Configuration configuration = read(Map.of());
    assertEquals(true, serves(configuration, "/a.html"));
    assertEquals(
        MediaTypes.broad().of(ResourcePath.of("a.pdf")),
        configuration.site().types().of(ResourcePath.of("a.pdf")));
  }
}
