package org.gatehouse.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gatehouse.application.endpoint.EndpointName;
import org.gatehouse.application.route.WritePolicy;
import org.gatehouse.bootstrap.option.Arguments;
import org.gatehouse.bootstrap.option.UsageError;
import org.gatehouse.domain.credentials.BasicCredentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows from several settings together, and the values with a form of their own. */
class ConfigurationReaderTest {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private static Configuration read(Map<String, String> environment, String... arguments) {
    return ConfigurationReader.read(new Arguments("", environment).read(arguments).settings());
  }

  private static Configuration read(String... arguments) {
    return read(Map.of(), arguments);
  }

  private static String mistake(Map<String, String> environment, String... arguments) {
    return assertThrows(UsageError.class, () -> read(environment, arguments)).getMessage();
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, OPEN",
    "127.1.2.3, OPEN",
    "localhost, OPEN",
    "::1, OPEN",
    "[::1], OPEN",
    "0.0.0.0, AUTHENTICATED",
    "::, AUTHENTICATED",
    "192.0.2.1, AUTHENTICATED"
  })
  void writesAreOpenOnLoopbackOnly(String bind, WritePolicy policy) {
    assertEquals(policy, read("--bind", bind).writing().policy());
    assertEquals(WritePolicy.OPEN, read("--bind", bind, "--writes", "open").writing().policy());
  }

  @Test
  void offLoopbackAnyHostIsAnsweredUntilOneIsNamed() {
    assertEquals(Set.of(), read("--bind", "0.0.0.0").listening().hosts());
    Set<String> named =
        read("--bind", "192.0.2.1", "--allowed-host", "example.org").listening().hosts();
    assertTrue(named.containsAll(LOOPBACK));
    assertTrue(named.containsAll(Set.of("192.0.2.1", "example.org")));
    assertEquals(5, named.size());
  }

  @Test
  void theBindAddressIsAmongTheHosts() {
    Set<String> hosts = read("--bind", "127.1.2.3").listening().hosts();
    assertTrue(hosts.contains("127.1.2.3"));
    assertEquals(4, hosts.size());
  }

  @Test
  void anIpv6BindAddressIsAHostAsItWasWrittenAndAsClientsWriteIt() {
    Set<String> hosts =
        read("--bind", "2001:DB8:0::1", "--allowed-host", "a.example").listening().hosts();
    assertTrue(hosts.containsAll(Set.of("[2001:db8:0::1]", "[2001:db8::1]")), hosts::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "::1, [::1]",
    "::, [::]",
    "1::, [1::]",
    "2001:db8:0:0:1:0:0:1, [2001:db8::1:0:0:1]",
    "2001:db8:0:1:1:1:1:1, [2001:db8:0:1:1:1:1:1]",
    "1:0:0:2:0:0:0:3, [1:0:0:2::3]",
    "0:0:1:2:3:4:5:6, [::1:2:3:4:5:6]",
    "fe80::10:20, [fe80::10:20]",
    "192.0.2.1, 192.0.2.1"
  })
  void addressesAsHosts(String bind, String host) {
    assertEquals(host, read("--bind", bind).listening().host());
  }

  @ParameterizedTest
  @CsvSource({"2001:DB8::1, [2001:db8::1]", "[2001:db8::1], [2001:db8::1]", "a.b-c, a.b-c"})
  void allowedHostsAreKeptAsAHostFieldHasThem(String given, String host) {
    assertTrue(read("--allowed-host", given).listening().hosts().contains(host));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a:", "[::1]:80", "a/b", "user@a", "a,b", "[::g]", "%41"})
  void notAllowedHosts(String given) {
    assertEquals(
        "--allowed-host: '"
            + given
            + "' is not allowed; it takes a host name or address without a port",
        mistake(Map.of(), "--allowed-host", given));
  }

  @Test
  void repeatablesAddUpOnTheLineAndBetweenCommasInTheEnvironment() {
    assertEquals(
        Map.of("/a", "/b", "/c", "https://example.org/d,e"),
        read("--redirect", "/a=/b", "--redirect", "/c=https://example.org/d,e").site().redirects());
    assertEquals(
        Map.of("/a", "/b", "/c", "/d"),
        read(Map.of("GATEHOUSE_REDIRECT", "/a=/b, /c=/d,")).site().redirects());
    assertTrue(
        read(Map.of("GATEHOUSE_ALLOWED_HOST", "one.example,two.example"))
            .listening()
            .hosts()
            .containsAll(Set.of("one.example", "two.example")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "=",
        "/a",
        "/a=",
        "=/b",
        "a=/b",
        "/a=b",
        "/a=ftp://x/",
        "/a=/b c",
        "/a=/b\u0007",
        "/a=/\u00e9",
        "/../a=/b",
        "/%zz=/b",
        "/a=/a"
      })
  void notRedirects(String given) {
    String message = mistake(Map.of(), "--redirect=" + given);
    assertTrue(message.startsWith("--redirect: "), message);
    assertTrue(message.endsWith("to which it has moved"), message);
    assertFalse(message.chars().anyMatch(Character::isISOControl), message);
  }

  @Test
  void endpointsAllAndNone() {
    assertEquals(EnumSet.allOf(EndpointName.class), read("--endpoints", "all").site().endpoints());
    assertEquals(Set.of(), read("--endpoints", "none").site().endpoints());
    assertEquals(Set.of(EndpointName.HEALTH), read("--endpoints=health,health").site().endpoints());
    mistake(Map.of(), "--endpoints=");
    mistake(Map.of(), "--endpoints=all,health");
  }

  @Test
  void anExtensionWithoutAMediaTypeIsRefusedByName() {
    assertEquals(
        "--types: 'html,nope' is not allowed; it takes extensions of known media types, but no media"
            + " type is known for 'nope'",
        mistake(Map.of(), "--types", "html,nope"));
  }

  @Test
  void credentialsOfTheEnvironment() {
    Map<String, String> pair = Map.of("HTTP_AUTH_USER", "ann", "HTTP_AUTH_PASS", "secret:1");
    BasicCredentials credentials = read(pair).writing().credentials().user().orElseThrow();
    assertTrue(credentials.accept(BasicCredentials.of("ann", "secret:1")));
  }

  @Test
  void theOptionIsStrongerThanTheEnvironment() {
    Map<String, String> environment =
        Map.of(
            "HTTP_AUTH_USER", "ann", "HTTP_AUTH_PASS", "secret1", "GATEHOUSE_AUTH", "eve:secret2");
    assertEquals(
        Optional.of("eve"),
        read(environment).writing().credentials().user().map(BasicCredentials::user));
    assertEquals(
        Optional.of("bob"),
        read(environment, "--auth", "bob:secret3")
            .writing()
            .credentials()
            .user()
            .map(BasicCredentials::user));
  }

  @Test
  void theFileIsStrongerThanThePairOfTheEnvironment() {
    Map<String, String> pair = Map.of("HTTP_AUTH_USER", "ann", "HTTP_AUTH_PASS", "secret1");
    assertEquals(
        new Configuration.Credentials(Optional.empty(), Optional.of(Path.of("users"))),
        read(pair, "--auth-file", "users").writing().credentials());
  }

  @Test
  void bothOptionsTogetherAreAMistake() {
    assertEquals(
        "--auth, --auth-file: only one of them can be given",
        mistake(Map.of(), "--auth=a:hunter2", "--auth-file=users"));
    assertEquals(
        "GATEHOUSE_AUTH, --auth-file: only one of them can be given",
        mistake(Map.of("GATEHOUSE_AUTH", "a:hunter2"), "--auth-file=users"));
  }

  @Test
  void halfAPairIsAMistake() {
    assertEquals(
        "HTTP_AUTH_PASS: is not set; HTTP_AUTH_USER and HTTP_AUTH_PASS go together",
        mistake(Map.of("HTTP_AUTH_USER", "ann")));
    assertEquals(
        "HTTP_AUTH_USER: is not set; HTTP_AUTH_USER and HTTP_AUTH_PASS go together",
        mistake(Map.of("HTTP_AUTH_PASS", "hunter2", "HTTP_AUTH_USER", "")));
    assertTrue(
        read(Map.of("HTTP_AUTH_PASS", "", "HTTP_AUTH_USER", "")).writing().credentials().areNone());
  }

  @ParameterizedTest
  @ValueSource(strings = {"hunter2", ":hunter2", "bob:", "b\u0000b:hunter2", "bob:hunter2\n"})
  void noMessageRepeatsAPassword(String auth) {
    String message = mistake(Map.of(), "--auth=" + auth);
    assertTrue(message.startsWith("--auth: the value is not allowed; it takes user:password"));
    assertFalse(message.contains("hunter2"));
    String variable = mistake(Map.of("HTTP_AUTH_USER", "a:b", "HTTP_AUTH_PASS", "hunter2"));
    assertFalse(variable.contains("hunter2"));
  }

  @Test
  void addressAndPortInOne() {
    assertEquals(new InetSocketAddress("127.0.0.1", 8080), read().listening().socketAddress());
  }

  @Test
  void anEmptyFolderIsNone() {
    assertEquals(
        "--root: '' is not allowed; it takes the path of a folder", mistake(Map.of(), "--root="));
  }

  @Test
  void listedFoldersAddUpAndNoneTakesThemBack() {
    assertEquals("[]", listed(read("--root", "site")));
    assertEquals("[]", listed(read(Map.of("GATEHOUSE_ROOT", "site"))));
    assertEquals("[/files/]", listed(read()));
    assertEquals("[/]", listed(read("--listing", "/")));
    assertEquals("[/a/, /b/c/]", listed(read("--listing", "/a/", "--listing", "/b/c/")));
    assertEquals("[/a/, /b,c/]", listed(read(Map.of("GATEHOUSE_LISTING", "/a/, /b%2Cc/"))));
    assertEquals("[]", listed(read("--listing", "/a/", "--listing", "none")));
    assertEquals("[/b/]", listed(read("--listing", "none", "--listing", "/b/")));
  }

  private static String listed(Configuration configuration) {
    return new TreeSet<>(
            configuration.site().listing().roots().stream().map(Object::toString).toList())
        .toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "pub/", "/pub", "/a//b/", "/../", "/%2e%2e/", "/a%2Fb/", "/%00/", "*"})
  void whatIsNoFolderIsNotListed(String given) {
    String message = mistake(Map.of(), "--listing=" + given);
    assertTrue(message.startsWith("--listing: "), message);
  }
}
