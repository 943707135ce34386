package org.gatehouse.application.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.gatehouse.application.Outcomes;
import org.gatehouse.application.RequestMaker;
import org.gatehouse.application.port.in.ConnectionInfo;
import org.gatehouse.domain.field.FieldLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostGuardTest {
  private final HostGuard loopback =
      new HostGuard(AllowedHosts.only(List.of("LocalHost", "127.0.0.1", "[::1]")));
  private final HostGuard open = new HostGuard(AllowedHosts.any());

  private static String judge(HostGuard guard, String version, String target, String hosts) {
    FieldLines fields = FieldLines.of("Accept", "*/*");
    for (String host : hosts.isEmpty() ? new String[0] : hosts.split("&", -1)) {
      fields = fields.with("host", host.trim());
    }
    RequestMaker request =
        RequestMaker.get(target).version(1, version.charAt(2) - '0').fields(fields);
    return Outcomes.of(guard.check(request.request()));
  }

  /** A field line for each part between the ampersands. */
  @ParameterizedTest(name = "{0} Host {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        // version | Host lines         | on loopback | anywhere
        "1.1 | localhost                | pass | pass",
        "1.1 | localhost:8080           | pass | pass",
        "1.1 | LOCALHOST:8080           | pass | pass",
        "1.1 | localhost:               | pass | pass",
        "1.1 | localhost:08080          | pass | pass",
        "1.1 | localhost:80             | 403  | pass",
        "1.1 | localhost:0              | 403  | pass",
        "1.1 | localhost.               | 403  | pass",
        "1.1 | 127.0.0.1:8080           | pass | pass",
        "1.1 | 127.0.0.1.evil.example   | 403  | pass",
        "1.1 | localhost.evil.example   | 403  | pass",
        "1.1 | evil.example:8080        | 403  | pass",
        "1.1 | [::1]                    | pass | pass",
        "1.1 | [::1]:8080               | pass | pass",
        "1.1 | [::1]:8081               | 403  | pass",
        "1.1 | [::2]                    | 403  | pass",
        "1.1 | ::1                      | 400  | 400",
        "1.1 | [::1                     | 400  | 400",
        "1.1 | [::1]8080                | 400  | 400",
        "1.1 | [localhost]              | 400  | 400",
        "1.1 | localhost:http           | 400  | 400",
        "1.1 | localhost:-1             | 400  | 400",
        "1.1 | localhost:65536          | 400  | 400",
        "1.1 | localhost:8080:8080      | 400  | 400",
        "1.1 | user@localhost           | 400  | 400",
        "1.1 | localhost/               | 400  | 400",
        "1.1 | localhost, localhost     | 400  | 400",
        "1.1 | localhost,localhost      | 400  | 400",
        "1.1 | local host               | 400  | 400",
        "1.1 | loc%61lhost              | 400  | 400",
        "1.1 | ''                       | 400  | 400",
        "1.1 | localhost & localhost    | 400  | 400",
        "1.1 | localhost & evil.example | 400  | 400",
        "1.1 | localhost &              | 400  | 400",
        "1.2 | ''                       | 400  | 400",
        "1.0 | ''                       | pass | pass",
        "1.0 | localhost                | pass | pass",
        "1.0 | evil.example             | 403  | pass",
        "1.0 | localhost & localhost    | 400  | 400",
        "1.0 | ::1                      | 400  | 400",
      })
  void judgesTheHostField(String version, String hosts, String onLoopback, String anywhere) {
    assertEquals(onLoopback, judge(loopback, version, "/a", hosts));
    assertEquals(anywhere, judge(open, version, "/a", hosts));
  }

  @Test
  void whatWasLetPassOnceIsNoPassForAnythingElse() {
    for (int i = 0; i < 2; i++) {
      assertEquals("pass", judge(loopback, "1.1", "/", "localhost:8080"));
      assertEquals("403", judge(loopback, "1.1", "/", "localhost:8081"));
      assertEquals("403", judge(loopback, "1.1", "/", "evil.example"));
      assertEquals("400", judge(loopback, "1.1", "/", "localhost:8080&localhost:8080"));
      assertEquals("403", judge(loopback, "1.1", "http://evil.example/", "localhost:8080"));
      assertEquals("421", judge(loopback, "1.1", "https://localhost/", "localhost:8080"));
    }
  }

  @Test
  void refusesAHostWithoutText() {
    RequestMaker request = RequestMaker.get("/").fields(FieldLines.of("Host", ""));
    assertEquals("400", Outcomes.of(open.check(request.request())));
  }

  @ParameterizedTest(name = "{0} {1} Host {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "1.1 | http://localhost/a       | localhost    | pass",
        "1.1 | http://localhost:8080/a  | localhost    | pass",
        "1.1 | HTTP://LOCALHOST/a       | localhost    | pass",
        "1.1 | http://localhost/a       | evil.example | pass",
        "1.1 | http://evil.example/a    | localhost    | 403",
        "1.1 | http://localhost:81/a    | localhost    | 403",
        "1.1 | http://localhost/a       | ''           | 400",
        "1.1 | http://localhost/a       | a & b        | 400",
        "1.1 | http://localhost/a       | a:b          | 400",
        "1.1 | https://localhost/a      | localhost    | 421",
        "1.1 | ftp://localhost/a        | localhost    | 421",
        "1.1 | https://evil.example/a   | localhost    | 421",
        "1.1 | https://localhost/a      | ''           | 400",
        "1.0 | http://localhost/a       | ''           | pass",
        "1.0 | http://evil.example/a    | ''           | 403",
        "1.0 | https://localhost/a      | ''           | 421",
      })
  void takesTheAuthorityOfAnAbsoluteTargetBeforeHost(
      String version, String target, String hosts, String expected) {
    assertEquals(expected, judge(loopback, version, target, hosts));
  }

  @Test
  void comparesTheSchemeWithThatOfTheConnection() {
    RequestMaker request =
        RequestMaker.get("https://localhost/")
            .connection(new ConnectionInfo("192.0.2.7", 50_000, 8080, "https"));
    assertEquals("pass", Outcomes.of(loopback.check(request.request())));
    RequestMaker plain = request.connection(RequestMaker.CONNECTION);
    assertEquals("421", Outcomes.of(loopback.check(plain.request())));
  }

  @Test
  void comparesThePortWithThatOfTheServer() {
    RequestMaker request = RequestMaker.get("/").fields(FieldLines.of("Host", "localhost:9999"));
    ConnectionInfo other = new ConnectionInfo("192.0.2.7", 50_000, 9999, "http");
    assertEquals("pass", Outcomes.of(loopback.check(request.connection(other).request())));
    assertEquals("403", Outcomes.of(loopback.check(request.request())));
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(strings = {"", "localhost:80", "localhost:", "::1", "a b", "a/b", "a@b", "a,b"})
  void refusesToAllowWhatIsNotAHost(String text) {
    List<String> hosts = List.of(text);
    assertThrows(IllegalArgumentException.class, () -> AllowedHosts.only(hosts));
  }

  @Test
  void knowsNoWildcards() {
    HostGuard guard = new HostGuard(AllowedHosts.only(List.of("*")));
    assertEquals("403", judge(guard, "1.1", "/", "localhost"));
  }

  @Test
  void allowsNobodyByAnEmptyList() {
    HostGuard guard = new HostGuard(AllowedHosts.only(List.of()));
    assertEquals("403", judge(guard, "1.1", "/", "localhost"));
  }
}
