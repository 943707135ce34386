package org.gatehouse.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.application.endpoint.EndpointName;
import org.gatehouse.application.fake.InMemoryCredentialStore;
import org.gatehouse.application.fake.InMemoryResourceRepository;
import org.gatehouse.application.route.WritePolicy;
import org.gatehouse.bootstrap.config.Configuration;
import org.gatehouse.bootstrap.config.Configuration.Limits;
import org.gatehouse.bootstrap.config.Configuration.Listening;
import org.gatehouse.bootstrap.config.Configuration.Site;
import org.gatehouse.bootstrap.config.Configuration.Times;
import org.gatehouse.bootstrap.config.Configuration.Writing;
import org.gatehouse.bootstrap.config.ConfigurationReader;
import org.gatehouse.bootstrap.option.Setting;
import org.gatehouse.bootstrap.option.Settings;
import org.gatehouse.domain.credentials.BasicCredentials;
import org.gatehouse.domain.media.MediaTypes;
import org.gatehouse.domain.target.ResourcePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be said to a builder, and what becomes of it. */
class GatehouseOptionsTest {
  /**
   * Options of the process: other subcommands', of its terminal, and of the logs that it writes.
   */
  private static final Set<Setting> OF_THE_PROCESS =
      EnumSet.of(
          Setting.URL,
          Setting.TIMEOUT,
          Setting.METHOD,
          Setting.TARGET,
          Setting.HEADER,
          Setting.CONTENT,
          Setting.JSON,
          Setting.QR,
          Setting.LOG_LEVEL,
          Setting.ACCESS_LOG,
          Setting.LOG_EXPIRY);

  @Test
  void everyOptionOfTheServerHasAMethodOfItsName() {
    Set<String> methods =
        Arrays.stream(GatehouseBuilder.class.getMethods())
            .map(java.lang.reflect.Method::getName)
            .collect(Collectors.toSet());
    Set<String> missing =
        EnumSet.complementOf(EnumSet.copyOf(OF_THE_PROCESS)).stream()
            .map(TypedOptions::method)
            .filter(name -> !methods.contains(name))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(), missing, "TypedOptions lacks these");
  }

  @Test
  void whatIsNotSaidIsTheDefaultOfTheCommandLine() {
    Configuration usual = ConfigurationReader.read(new Settings(Map.of(), Map.of()));
    assertEquals(usual.limits(), Gatehouse.builder().configuration().limits());
    assertEquals(usual.times(), Gatehouse.builder().configuration().times());
    assertEquals(usual.writing(), Gatehouse.builder().configuration().writing());
    assertEquals(usual.listening(), Gatehouse.builder().configuration().listening());
  }

  @Test
  void noFolderIsListedUnlessItIsSaid() {
    assertEquals(
        Set.of(), Set.copyOf(Gatehouse.builder().configuration().site().listing().roots()));
  }

  @Test
  void everyOptionArrives() throws Exception {
    Configuration configuration =
        Gatehouse.builder()
            .port(81)
            .bind(InetAddress.getByName("127.0.0.2"))
            .allowedHost("one.example")
            .allowedHost("two.example")
            .root(Path.of("r"))
            .var(Path.of("v"))
            .directory(Path.of("d"))
            .endpoints(EnumSet.of(EndpointName.HELLO, EndpointName.USER_AGENT))
            .types("html", "txt")
            .unknownTypes(true)
            .dotfiles(true)
            .attachment("txt", "png")
            .redirect("/old", "/new?a=b")
            .redirect("/older", "/new")
            .listing("/pub/")
            .cookies(false)
            .cacheValid(Duration.ofMillis(7))
            .writes(WritePolicy.AUTHENTICATED)
            .auth("me", "a:secret=1,2")
            .authBackoff(false)
            .sync(false)
            .loops(2)
            .workers(3)
            .queue(4)
            .maxConnections(5)
            .maxRequestsPerConnection(6)
            .maxUri(70)
            .maxHeaders(80)
            .maxBody(1L << 40)
            .idleTimeout(Duration.ofSeconds(10))
            .headerTimeout(Duration.ofSeconds(11))
            .bodyTimeout(Duration.ofSeconds(12))
            .writeTimeout(Duration.ofSeconds(13))
            .shutdownTimeout(Duration.ofSeconds(14))
            .drainDelay(Duration.ofSeconds(15))
            .configuration();
    assertEquals(
        new Listening(
            InetAddress.getByName("127.0.0.2"),
            81,
            Set.of("localhost", "127.0.0.1", "[::1]", "127.0.0.2", "one.example", "two.example")),
        configuration.listening());
    assertSite(configuration.site());
    assertWriting(configuration.writing());
    assertEquals(new Limits(2, 3, 4, 5, 6, 70, 80, 1L << 40), configuration.limits());
    List<Duration> seconds = Stream.of(10, 11, 12, 13, 14, 15).map(Duration::ofSeconds).toList();
    assertEquals(
        new Times(
            seconds.get(0),
            seconds.get(1),
            seconds.get(2),
            seconds.get(3),
            seconds.get(4),
            seconds.get(5)),
        configuration.times());
    assertEquals(Path.of("v").toAbsolutePath(), configuration.var());
  }

  private static void assertWriting(Writing writing) {
    assertEquals(WritePolicy.AUTHENTICATED, writing.policy());
    BasicCredentials presented = BasicCredentials.of("me", "a:secret=1,2");
    assertTrue(writing.credentials().user().orElseThrow().accept(presented));
    assertEquals(Optional.empty(), writing.credentials().file());
    assertFalse(writing.backoff());
    assertFalse(writing.sync());
  }

  private static void assertSite(Site site) {
    assertEquals(Path.of("r").toAbsolutePath(), site.root());
    assertEquals(Optional.of(Path.of("d").toAbsolutePath()), site.directory());
    assertEquals(EnumSet.of(EndpointName.HELLO, EndpointName.USER_AGENT), site.endpoints());
    MediaTypes types = site.types();
    assertTrue(types.of(ResourcePath.of("a.unknown")).isPresent());
    assertTrue(site.dotfiles());
    assertTrue(site.listing().covers(ResourcePath.of("pub", "in").asFolder()));
    assertFalse(site.listing().covers(ResourcePath.of("files").asFolder()));
    assertEquals(Set.of("txt", "png"), site.attachments());
    assertEquals(Map.of("/old", "/new?a=b", "/older", "/new"), site.redirects());
    assertFalse(site.cookies());
    assertEquals(Duration.ofMillis(7), site.cacheValid());
  }

  @Test
  void noEndpointsAreNone() {
    assertEquals(
        Set.of(), Gatehouse.builder().endpoints(Set.of()).configuration().site().endpoints());
  }

  @Test
  void aFileOfCredentialsArrives() {
    assertEquals(
        Optional.of(Path.of("f").toAbsolutePath()),
        Gatehouse.builder().authFile(Path.of("f")).configuration().writing().credentials().file());
  }

  /**
   * A mistake.
   *
   * @param make makes it
   * @param message what is said of it
   */
  private record Mistake(Consumer<GatehouseBuilder> make, String message) {
    @Override
    public String toString() {
      return message;
    }
  }

  static List<Mistake> mistakes() {
    return List.of(
        new Mistake(b -> b.port(70_000), "port: '70000' is not allowed; it takes a number"),
        new Mistake(b -> b.maxBody(-1), "maxBody: '-1' is not allowed; it takes a size"),
        new Mistake(b -> b.workers(0), "workers: '0' is not allowed"),
        new Mistake(b -> b.idleTimeout(Duration.ofNanos(1)), "idleTimeout: '0ms' is not allowed"),
        new Mistake(b -> b.types("html", "nonsense"), "types: 'html,nonsense' is not allowed"),
        new Mistake(b -> b.redirect("old", "/new"), "redirect: 'old=/new' is not allowed"),
        new Mistake(b -> b.redirect("/a=b", "/new"), "redirect: no path with an equals sign"),
        new Mistake(b -> b.auth("a:b", "secret"), "auth: a user without colon"),
        new Mistake(b -> b.auth("", "secret"), "auth: the value is not allowed"),
        new Mistake(b -> b.cookies(true), "cookies: var or cookieLedger"),
        new Mistake(
            b -> b.root(Path.of(".")).resources(new InMemoryResourceRepository()),
            "root, resources: only one of them"),
        new Mistake(
            b -> b.auth("a", "b").credentialStore(new InMemoryCredentialStore()),
            "auth, authFile, credentialStore: only one of them"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsToldInTheWordsOfTheBuilder(Mistake mistake) {
    GatehouseBuilder builder = Gatehouse.builder().port(0);
    IllegalArgumentException told =
        assertThrows(
            IllegalArgumentException.class,
            () -> {
              mistake.make().accept(builder);
              builder.start().close();
            });
    assertTrue(told.getMessage().startsWith(mistake.message()), told.getMessage());
    assertFalse(told.getMessage().contains("secret"), told.getMessage());
  }

  @Test
  void aPathInsideAnArchiveIsNone(@TempDir Path folder) throws Exception {
    URI archive = URI.create("jar:" + folder.resolve("a.zip").toUri());
    try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
      Path inside = zip.getPath("/");
      assertThrows(IllegalArgumentException.class, () -> Gatehouse.builder().root(inside));
    }
  }
}
