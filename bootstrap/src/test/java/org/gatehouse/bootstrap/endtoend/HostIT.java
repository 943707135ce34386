package org.gatehouse.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** For which hosts a server answers (RFC 9112 §3.2, contract, section 2). */
class HostIT {
  @TempDir static Path folder;
  @TempDir static Path open;
  private static JarServer listed;
  private static JarServer any;

  @BeforeAll
  static void start() throws IOException {
    listed =
        JarServer.in(folder)
            .file("a.txt", "text")
            .options("--allowed-host", "Shop.Example", "--allowed-host", "[2001:db8::1]")
            .start();
    any = JarServer.in(open).file("a.txt", "text").options("--bind", "0.0.0.0").start();
  }

  @AfterAll
  static void stop() {
    listed.close();
    any.close();
  }

  private static int status(JarServer server, String request) throws IOException {
    try (RawClient client = new RawClient("127.0.0.1", server.port())) {
      String port = Integer.toString(server.port());
      return client.send(request.replace("PORT", port).replace("|", "\r\n")).read().status();
    }
  }

  /** On loopback: those that were named, beside the names of this machine; else every one. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      nullValues = "-",
      textBlock =
          """
          200 ! 200 ! GET /a.txt HTTP/1.1|Host: localhost:PORT||
          200 ! 200 ! GET /a.txt HTTP/1.1|Host: LocalHost:PORT||
          200 ! 200 ! GET /a.txt HTTP/1.1|Host: 127.0.0.1||
          200 ! 200 ! GET /a.txt HTTP/1.1|Host: localhost:||
          200 ! 200 ! GET /a.txt HTTP/1.1|Host: localhost:0PORT||
          200 ! 200 ! GET /a.txt HTTP/1.1|Host: shop.example||
          200 ! 200 ! GET /a.txt HTTP/1.1|Host: SHOP.EXAMPLE:PORT||
          200 ! 200 ! GET /a.txt HTTP/1.1|Host: [::1]:PORT||
          200 ! 200 ! GET /a.txt HTTP/1.1|Host: [2001:DB8::1]:PORT||
          403 ! 200 ! GET /a.txt HTTP/1.1|Host: shop.example.:PORT||
          403 ! 200 ! GET /a.txt HTTP/1.1|Host: shop.example.evil||
          403 ! 200 ! GET /a.txt HTTP/1.1|Host: evil.shop.example||
          403 ! 200 ! GET /a.txt HTTP/1.1|Host: localhost:1||
          403 ! 200 ! GET /a.txt HTTP/1.1|Host: [::1]:1||
          403 ! 200 ! GET /a.txt HTTP/1.1|Host: [::2]||
          403 ! 200 ! GET /a.txt HTTP/1.1|Host: 127.0.0.2||
          403 ! 200 ! GET /a.txt HTTP/1.1|Host: 2130706433||
          400 ! 400 ! GET /a.txt HTTP/1.1|Host: localhost:65536||
          400 ! 400 ! GET /a.txt HTTP/1.1|Host: localhost:-1||
          400 ! 400 ! GET /a.txt HTTP/1.1|Host: localhost:PORT:PORT||
          400 ! 400 ! GET /a.txt HTTP/1.1|Host: ::1||
          400 ! 400 ! GET /a.txt HTTP/1.1|Host: [::1||
          400 ! 400 ! GET /a.txt HTTP/1.1|Host: [::1]x||
          400 ! 400 ! GET /a.txt HTTP/1.1|Host: [1.2.3.4]||
          400 ! 400 ! GET /a.txt HTTP/1.1|Host: localhost/a||
          400 ! 400 ! GET /a.txt HTTP/1.1|Host: localhost, evil||
          400 ! 400 ! GET /a.txt HTTP/1.1|Host: http://localhost||
          400 ! 400 ! GET /a.txt HTTP/1.1|Host: localhost|host: localhost||
          400 ! 400 ! GET /a.txt HTTP/1.1|Accept: */*||
          200 ! 200 ! GET /a.txt HTTP/1.0||
          403 ! 200 ! GET /a.txt HTTP/1.0|Host: evil.example||
          400 ! 400 ! GET /a.txt HTTP/1.0|Host: a|Host: a||
          """)
  void theHostField(int onLoopback, int anywhere, String request) throws IOException {
    assertEquals(onLoopback, status(listed, request));
    assertEquals(anywhere, status(any, request));
  }

  /** The target wins in both directions, but the field must still be well-formed (§3.2.2). */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          200 ! GET http://localhost:PORT/a.txt HTTP/1.1|Host: evil.example||
          200 ! GET http://SHOP.example/a.txt HTTP/1.1|Host: localhost:1||
          200 ! GET http://[::1]:PORT/a.txt HTTP/1.1|Host: evil.example||
          200 ! GET HTTP://localhost/a.txt HTTP/1.1|Host: localhost||
          200 ! GET http://localhost/a.txt HTTP/1.0||
          204 ! OPTIONS http://localhost HTTP/1.1|Host: localhost||
          403 ! GET http://evil.example/a.txt HTTP/1.1|Host: localhost||
          403 ! GET http://evil.example/a.txt HTTP/1.1|Host: evil.example||
          403 ! GET http://localhost:1/a.txt HTTP/1.1|Host: localhost:PORT||
          403 ! GET http://evil.example/a.txt HTTP/1.0||
          403 ! GET http://localhost/../a.txt HTTP/1.1|Host: localhost||
          421 ! GET https://localhost/a.txt HTTP/1.1|Host: localhost||
          400 ! GET http://localhost/a.txt HTTP/1.1|Host: a b||
          400 ! GET http://localhost/a.txt HTTP/1.1||
          400 ! GET http://localhost/a.txt HTTP/1.1|Host: localhost|Host: evil.example||
          400 ! GET http://me@localhost/a.txt HTTP/1.1|Host: localhost||
          400 ! GET http:///a.txt HTTP/1.1|Host: localhost||
          400 ! GET http://localhost:x/a.txt HTTP/1.1|Host: localhost||
          """)
  void anAbsoluteTarget(int status, String request) throws IOException {
    assertEquals(status, status(listed, request));
  }
}
