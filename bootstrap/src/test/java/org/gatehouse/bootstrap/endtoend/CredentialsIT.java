package org.gatehouse.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gatehouse.bootstrap.endtoend.JarServer.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.bcrypt.BCrypt;

/** Who may come in, who may not, and that no log tells how. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class CredentialsIT {
  private static final String HASH = BCrypt.hashpw("hunter2", BCrypt.gensalt("$2y", 5));
  private static final String BOB = authorization("bob:hunter2");

  @TempDir Path folder;

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String authorization(String pair) {
    return "Authorization: Basic " + base64(pair);
  }

  private Path users(String text, String permissions) throws IOException {
    Path file = folder.resolve("users");
    Files.writeString(file, text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private JarServer.Launch withUsers() throws IOException {
    Path file = users("# who may write\nbob:" + HASH + "\n", "rw-r-----");
    return JarServer.in(folder).options("--auth-file", file.toString());
  }

  private static int delete(RawClient client, String... fields) throws IOException {
    return client.sendHead("DELETE /none.txt", fields).read().status();
  }

  @Test
  void theUsersOfAFileComeInAndNobodyElse() throws Exception {
    try (JarServer server = withUsers().start();
        RawClient client = server.connect()) {
      assertEquals(401, delete(client));
      assertEquals(401, delete(client, authorization("bob:hunter3")));
      assertEquals(401, delete(client, authorization("eve:hunter2")));
      assertEquals(404, delete(client, BOB));
      assertEquals(404, delete(client, BOB));
    }
  }

  @Test
  void tenWrongOnesAndTheAddressHasToWait() throws Exception {
    try (JarServer server = withUsers().start();
        RawClient client = server.connect()) {
      for (int i = 0; i < 10; i++) {
        assertEquals(401, delete(client, authorization("bob:guess" + i)));
      }
      // On a slow machine the first second may be over before the next attempt; the last may not.
      RawResponse answer = client.sendHead("DELETE /none.txt", authorization("bob:guess")).read();
      for (int i = 0; i < 10 && answer.status() == 401; i++) {
        answer = client.sendHead("DELETE /none.txt", authorization("bob:guess")).read();
      }
      assertEquals(429, answer.status());
      assertTrue(answer.field("Retry-After").matches("[1-9][0-9]*"));
      assertEquals(401, delete(client));
      assertEquals(404, client.get("/none.txt", BOB).status(), "a GET needs no credentials");
    }
  }

  @Test
  void theBackoffCanBeSwitchedOff() throws Exception {
    try (JarServer server = withUsers().options("--auth-backoff", "off").start();
        RawClient client = server.connect()) {
      for (int i = 0; i < 15; i++) {
        assertEquals(401, delete(client, authorization("bob:guess")));
      }
      assertEquals(404, delete(client, BOB));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "2"})
  void noCredentialReachesALog(String level) throws Exception {
    try (JarServer server =
            withUsers().options("--access-log", "combined", "--log-level", level).start();
        RawClient client = server.connect()) {
      assertEquals(404, delete(client, BOB));
      assertEquals(401, delete(client, authorization("bob:swordfish")));
      assertEquals(401, delete(client, "authorization:Basic " + base64("eve:swordfish")));
      assertEquals(401, delete(client, BOB, authorization("bob:swordfish")));
      assertEquals(404, client.get("/none.txt", "Proxy-" + BOB).status());
      malformed(server, "GET / HTTP/1.1\r\nHost: x\r\nAuthorization : " + BOB.substring(15));
      malformed(server, "GET http://bob:swordfish@localhost/ HTTP/1.1\r\nHost: localhost");
      Ended ended = server.stop();
      String all = ended.out() + "\n" + ended.err() + logs();
      assertTrue(all.contains("/none.txt"), "there are logs");
      assertFalse(all.contains("hunter2"), all);
      assertFalse(all.contains("swordfish"), all);
      assertFalse(all.contains(base64("bob:hunter2").substring(0, 12)), all);
      assertFalse(all.contains(base64("bob:swordfish").substring(0, 12)), all);
      assertFalse(all.contains(HASH.substring(7)), all);
    }
  }

  private static void malformed(JarServer server, String head) throws IOException {
    try (RawClient client = server.connect()) {
      assertEquals(400, client.send(head + "\r\n\r\n").read().status());
    }
  }

  private String logs() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(folder.resolve("var"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  @Test
  void aFileThatOthersMayReadIsRefusedAtTheStart() throws Exception {
    Path file = users("bob:" + HASH + "\n", "rw-r--r--");
    Ended ended = JarServer.in(folder).options("--auth-file", file.toString()).run("0");
    assertEquals(
        List.of(
            "gatehouse: --auth-file: the file '"
                + file
                + "' may be read or written by others; 'chmod o-rw' prevents it"),
        ended.err());
    assertEquals(1, ended.code());
    assertTrue(Files.notExists(folder.resolve("var")), "nothing was touched");
  }

  @Test
  void aFileThatIsNotThereOrThatWouldBeServedIsRefusedAtTheStart() throws Exception {
    Ended missing = JarServer.in(folder).options("--auth-file", "nowhere").run("0");
    assertEquals(
        List.of("gatehouse: --auth-file: the file 'nowhere' does not exist"), missing.err());
    assertEquals(1, missing.code());
    JarServer.Launch launch = JarServer.in(folder).file(".htpasswd", "bob:" + HASH);
    Files.setPosixFilePermissions(
        folder.resolve("www/.htpasswd"), PosixFilePermissions.fromString("rw-------"));
    Ended served = launch.options("--auth-file", "www/.htpasswd").run("0");
    assertEquals(
        List.of(
            "gatehouse: --auth-file: the file 'www/.htpasswd' lies under --root, where clients"
                + " could read it"),
        served.err());
    assertEquals(1, served.code());
  }

  @Test
  void aLineThatIsAMistakeIsToldByItsNumberAndNotByItsText() throws Exception {
    Path file = users("bob:" + HASH + "\neve:{SHA}fEqNCco3Yq9h5ZUglD3CZJT4lBs=\n", "rw-------");
    Ended ended = JarServer.in(folder).options("--auth-file", file.toString()).run("0");
    assertEquals(
        List.of(
            "gatehouse: --auth-file: line 2 holds no bcrypt hash ($2y$, $2b$ or $2a$), as"
                + " 'htpasswd -B' makes them"),
        ended.err());
    assertEquals(2, ended.code());
  }

  private static void assertStrangersWriteNothing(RawClient client) throws IOException {
    assertEquals(200, client.get("/a.txt").status());
    assertEquals(401, client.exchange("PUT /a.txt", "evil").status());
    assertEquals(401, client.exchange("PUT /new/b.txt", "evil").status());
    assertEquals(401, client.exchange("POST /a.txt", "evil").status());
    assertEquals(401, client.exchange("POST /files/c.txt", "evil").status());
    assertEquals(
        401, client.exchange("POST /upload", "{}", "Content-Type: application/json").status());
    assertEquals(401, delete(client));
    assertEquals(
        401, client.sendHead("DELETE /a.txt", authorization("admin:admin")).read().status());
    assertEquals("good", client.get("/a.txt").text());
  }

  private static List<String> names(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).map(root::relativize).map(Path::toString).toList();
    }
  }

  /** 127.0.0.2 stands for a stranger: the server listens on all addresses and knows nobody. */
  @Test
  void strangersWriteNothingOffLoopback() throws Exception {
    try (JarServer server =
            JarServer.in(folder).file("a.txt", "good").options("--bind", "0.0.0.0").start();
        RawClient client = new RawClient("127.0.0.2", server.port())) {
      assertStrangersWriteNothing(client);
      assertEquals(List.of("a.txt"), names(server.root()));
    }
  }

  @Test
  void strangersWriteNothingOnAnAddressThatIsNotLoopback() throws Exception {
    Optional<InetAddress> foreign = foreignAddress();
    assumeTrue(foreign.isPresent(), "this machine has no address but loopback");
    String address = foreign.get().getHostAddress();
    try (JarServer server =
            JarServer.in(folder).file("a.txt", "good").options("--bind", address).start();
        RawClient client = server.connect()) {
      assertStrangersWriteNothing(client);
      assertEquals(List.of("a.txt"), names(server.root()));
    }
  }

  @Test
  void aPasswordOverPlainHttpFromAnotherHostIsWarnedOf() throws Exception {
    Optional<InetAddress> foreign = foreignAddress();
    assumeTrue(foreign.isPresent(), "this machine has no address but loopback");
    String address = foreign.get().getHostAddress();
    try (JarServer server = withUsers().options("--bind", address).start();
        RawClient client = server.connect()) {
      assertEquals(404, delete(client, BOB));
      assertEquals(404, delete(client, BOB));
      Ended ended = server.stop();
      assertTrue(ended.err().get(0).contains("--bind is not loopback and credentials are set"));
      String log = Files.readString(server.var().resolve("user.log"));
      assertEquals(2, log.split("carries Basic credentials over plain HTTP", -1).length, log);
    }
  }

  private static Optional<InetAddress> foreignAddress() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
        .findFirst();
  }
}
