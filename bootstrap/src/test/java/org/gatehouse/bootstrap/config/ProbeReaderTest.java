package org.gatehouse.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.gatehouse.bootstrap.option.Arguments;
import org.gatehouse.bootstrap.option.UsageError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the question for health goes. */
class ProbeReaderTest {
  private static Probe read(Map<String, String> environment, String... arguments) {
    return ProbeReader.read(new Arguments("", environment).read(arguments).settings());
  }

  private static String mistake(String... arguments) {
    return assertThrows(UsageError.class, () -> read(Map.of(), arguments)).getMessage();
  }

  @Test
  void byDefaultTheServerThatTheDefaultsStart() {
    Probe probe = read(Map.of(), "health");
    assertEquals(URI.create("http://127.0.0.1:8080/health"), probe.uri());
    assertEquals(Duration.ofSeconds(3), probe.timeout());
  }

  @ParameterizedTest
  @CsvSource({
    "health --port 9000, http://127.0.0.1:9000/health",
    "--port 9000 health, http://127.0.0.1:9000/health",
    "9000 2 health, http://127.0.0.1:9000/health",
    "health @../profiles/filedrop, http://127.0.0.1:4221/health",
    "health --bind 0.0.0.0, http://127.0.0.1:8080/health",
    "health --bind ::, http://127.0.0.1:8080/health",
    "health --bind ::1, http://[::1]:8080/health",
    "health --bind 192.0.2.7 -p 80, http://192.0.2.7:80/health",
    "health --port 0 --url http://h:1/x?y, http://h:1/x?y",
    "health --url HTTPS://example.org/health/live, HTTPS://example.org/health/live",
    "health --url http://[::1]:65535, http://[::1]:65535"
  })
  void theServerThatTheOptionsName(String line, URI uri) {
    assertEquals(uri, read(Map.of(), line.split(" ")).uri());
  }

  @Test
  void theServerThatTheEnvironmentNames() {
    Map<String, String> environment =
        Map.of("GATEHOUSE_PORT", "9000", "GATEHOUSE_BIND", "0.0.0.0", "GATEHOUSE_TIMEOUT", "500ms");
    assertEquals(URI.create("http://127.0.0.1:9000/health"), read(environment, "health").uri());
    assertEquals(Duration.ofMillis(500), read(environment, "health").timeout());
    assertEquals(
        URI.create("http://127.0.0.1:9001/health"), read(environment, "health", "-p9001").uri());
    assertEquals(
        URI.create("http://h/live"),
        read(Map.of("GATEHOUSE_URL", "http://h/live"), "health").uri());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "/health",
        "127.0.0.1:8080",
        "ftp://127.0.0.1/health",
        "file:///etc/passwd",
        "http:health",
        "http:///health",
        "http://a b/",
        "http://h_ost/",
        "http://h:0/",
        "http://h:65536/",
        "http://h:port/",
        "http://user:geheim@h/"
      })
  void whatIsNoUrlToAsk(String url) {
    String message = mistake("health", "--url", url);
    assertEquals(
        "--url: the value is not allowed; it takes an http or https URL without user, such as"
            + " http://[::1]:8080/health",
        message);
    assertFalse(message.contains("geheim"));
  }

  @Test
  void otherMistakes() {
    assertEquals(
        "--port: '0' is not allowed; it takes here the port of a running server, or else --url",
        mistake("health", "--port", "0"));
    assertEquals(
        "--timeout: '0s' is not allowed; it takes a duration from 1ms to 87600h, such as 500ms,"
            + " 30s, 5m or 12h",
        mistake("health", "--timeout", "0s"));
    assertEquals(
        "--port: 'x' is not allowed; it takes a number from 0 to 65535",
        mistake("health", "--port", "x"));
  }
}
