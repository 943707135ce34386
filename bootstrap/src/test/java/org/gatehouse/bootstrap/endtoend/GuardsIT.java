package org.gatehouse.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The way of a request (contract, section 2) on the wire: what each guard lets pass and refuses.
 */
class GuardsIT {
  @TempDir static Path folder;
  private static JarServer server;

  @BeforeAll
  static void start() throws IOException {
    server =
        JarServer.in(folder)
            .file("test.txt", "text")
            .file("folder/index.html", "<p>index")
            .file(".secret/key.txt", "secret")
            .file(".well-known/security.txt", "contact")
            .options("--max-uri", "100", "--max-body", "1k", "--redirect", "/old.html=/new.html")
            .options("--auth", "me:secret")
            .start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** Sends lines, in which a bar stands for CR LF and two for the end of the head. */
  private static RawResponse send(String request) throws IOException {
    try (RawClient client = server.connect()) {
      return client.send(request.replace("|", "\r\n").replace("\\n", "\n")).read();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          200 ! GET /test.txt HTTP/1.1|Host: localhost||
          200 ! GET /test.txt HTTP/1.1|host:localhost||
          200 ! ||GET /test.txt HTTP/1.1|Host: localhost||
          200 ! GET http://localhost/test.txt HTTP/1.1|Host: localhost||
          200 ! GET /test.txt HTTP/1.9|Host: localhost||
          200 ! GET /test.txt HTTP/1.0||
          400 ! GET /test.txt HTTP/1.1\\nHost: localhost\\n\\n
          400 ! GET  /test.txt HTTP/1.1|Host: localhost||
          400 ! GET /test.txt  HTTP/1.1|Host: localhost||
          400 ! GET /test.txt|Host: localhost||
          400 ! GET /test.txt http/1.1|Host: localhost||
          400 ! GET /test.txt HTTP/1.10|Host: localhost||
          400 ! GET test.txt HTTP/1.1|Host: localhost||
          400 ! GET /test.txt#part HTTP/1.1|Host: localhost||
          400 ! GET /é HTTP/1.1|Host: localhost||
          400 ! GET * HTTP/1.1|Host: localhost||
          400 ! GET /test.txt HTTP/1.1| Host: localhost||
          400 ! GET /test.txt HTTP/1.1|Host : localhost||
          400 ! GET /test.txt HTTP/1.1|Host: localhost|X: a| folded||
          400 ! GET /test.txt HTTP/1.1|Host: localhost|: empty||
          400 ! GET /test.txt HTTP/1.1|Host: localhost|no colon||
          400 ! PUT /n.txt HTTP/1.1|Host: localhost|Content-Length: 1|Content-Length: 1||x
          400 ! PUT /n.txt HTTP/1.1|Host: localhost|Content-Length: 1, 1||x
          400 ! PUT /n.txt HTTP/1.1|Host: localhost|Content-Length: +1||x
          400 ! PUT /n.txt HTTP/1.1|Host: localhost|Content-Length: 1|Transfer-Encoding: chunked||0||
          400 ! PUT /n.txt HTTP/1.1|Host: localhost|Transfer-Encoding: chunked, chunked||0||
          400 ! PUT /n.txt HTTP/1.1|Host: localhost|Transfer-Encoding: gzip, chunked||0||
          400 ! PUT /n.txt HTTP/1.0|Transfer-Encoding: chunked||0||
          501 ! PUT /n.txt HTTP/1.1|Host: localhost|Transfer-Encoding: gzip||0||
          400 ! PUT /n.txt HTTP/1.1|Host: localhost|Transfer-Encoding: chunked||1 |x|0||
          400 ! PUT /n.txt HTTP/1.1|Host: localhost|Transfer-Encoding: chunked||0x1|x|0||
          201 ! PUT /n.txt HTTP/1.1|Host: localhost|Transfer-Encoding: Chunked||1;a="b"|x|0|T: t||
          """)
  void framingIsStrict(int status, String request) throws IOException {
    assertEquals(status, send(request).status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          405 ! PATCH /test.txt HTTP/1.1|Host: localhost||
          405 ! TRACE / HTTP/1.1|Host: localhost||
          405 ! PROPFIND / HTTP/1.1|Host: localhost||
          405 ! CONNECT localhost:80 HTTP/1.1|Host: localhost||
          501 ! FETCH / HTTP/1.1|Host: localhost||
          501 ! get / HTTP/1.1|Host: localhost||
          505 ! GET / HTTP/2.0|Host: localhost||
          505 ! GET / HTTP/0.9|Host: localhost||
          400 ! GET /test.txt HTTP/1.1||
          400 ! GET /test.txt HTTP/1.1|Host: localhost|Host: localhost||
          400 ! GET /test.txt HTTP/1.1|Host: a b||
          400 ! GET /test.txt HTTP/1.1|Host: me@localhost||
          400 ! GET /test.txt HTTP/1.1|Host:||
          403 ! GET /test.txt HTTP/1.1|Host: example.com||
          403 ! GET /test.txt HTTP/1.1|Host: localhost:1||
          403 ! GET http://example.com/ HTTP/1.1|Host: localhost||
          200 ! GET /test.txt HTTP/1.1|Host: LOCALHOST||
          200 ! GET /test.txt HTTP/1.1|Host: [::1]||
          403 ! GET /../etc/passwd HTTP/1.1|Host: localhost||
          403 ! GET /a/../test.txt HTTP/1.1|Host: localhost||
          403 ! GET /%2e%2e/etc/passwd HTTP/1.1|Host: localhost||
          403 ! GET /.%2E/etc/passwd HTTP/1.1|Host: localhost||
          403 ! GET /./test.txt HTTP/1.1|Host: localhost||
          404 ! GET /%252e%252e/etc/passwd HTTP/1.1|Host: localhost||
          404 ! GET /..%2fetc/passwd HTTP/1.1|Host: localhost||
          404 ! GET /folder%5cindex.html HTTP/1.1|Host: localhost||
          404 ! GET //test.txt HTTP/1.1|Host: localhost||
          404 ! GET /test.txt/ HTTP/1.1|Host: localhost||
          400 ! GET /a%00b HTTP/1.1|Host: localhost||
          400 ! GET /a%0ab HTTP/1.1|Host: localhost||
          400 ! GET /a\\b HTTP/1.1|Host: localhost||
          400 ! GET /%zz HTTP/1.1|Host: localhost||
          400 ! GET /%c0%ae HTTP/1.1|Host: localhost||
          400 ! GET /%ff HTTP/1.1|Host: localhost||
          400 ! PUT /a%2fb.txt HTTP/1.1|Host: localhost|Content-Length: 1||x
          400 ! PUT //b.txt HTTP/1.1|Host: localhost|Content-Length: 1||x
          404 ! GET /.secret/key.txt HTTP/1.1|Host: localhost||
          403 ! PUT /.secret/new.txt HTTP/1.1|Host: localhost|Content-Length: 1||x
          200 ! GET /.well-known/security.txt HTTP/1.1|Host: localhost||
          411 ! PUT /n.txt HTTP/1.1|Host: localhost||
          411 ! POST /n.txt HTTP/1.1|Host: localhost||
          413 ! PUT /n.txt HTTP/1.1|Host: localhost|Content-Length: 1025||
          413 ! GET /test.txt HTTP/1.1|Host: localhost|Content-Length: 1025||
          417 ! PUT /n.txt HTTP/1.1|Host: localhost|Content-Length: 1|Expect: miracles||x
          401 ! DELETE /test.txt HTTP/1.1|Host: localhost||
          401 ! DELETE /test.txt HTTP/1.1|Host: localhost|Authorization: Basic bWU6d3Jvbmc=||
          401 ! DELETE /test.txt HTTP/1.1|Host: localhost|Authorization: Bearer bWU6c2VjcmV0||
          204 ! OPTIONS * HTTP/1.1|Host: localhost||
          """)
  void guardsDecide(int status, String request) throws IOException {
    assertEquals(status, send(request).status());
  }

  @Test
  void aTargetThatIsTooLongIs414() throws IOException {
    assertEquals(414, send("GET /" + "a".repeat(100) + " HTTP/1.1|Host: localhost||").status());
    assertEquals(414, send("GET /" + "a".repeat(90_000)).status());
    assertEquals(404, send("GET /" + "a".repeat(99) + " HTTP/1.1|Host: localhost||").status());
  }

  @Test
  void theFirstRefusalWins() throws IOException {
    assertEquals(414, send("PATCH /" + "a".repeat(100) + " HTTP/3.0|Host: x||").status());
    assertEquals(405, send("PATCH /../a HTTP/3.0|Host: x||").status());
    assertEquals(505, send("GET /../a HTTP/3.0|Host: x||").status());
    assertEquals(403, send("PUT /../a HTTP/1.1|Host: example.com||").status());
    assertEquals(403, send("PUT /../a HTTP/1.1|Host: localhost||").status());
    assertEquals(413, send("DELETE /a HTTP/1.1|Host: localhost|Content-Length: 9999||").status());
  }

  @Test
  void refusalsSayWhatIsAllowed() throws IOException {
    String allow = "GET, HEAD, POST, PUT, DELETE, OPTIONS";
    assertEquals(allow, send("PATCH / HTTP/1.1|Host: localhost||").field("Allow"));
    assertEquals(allow, send("OPTIONS / HTTP/1.1|Host: localhost||").field("Allow"));
    String health = send("DELETE /health HTTP/1.1|Host: localhost||").field("Allow");
    assertEquals("GET, HEAD, OPTIONS", health);
    RawResponse stranger = send("DELETE /test.txt HTTP/1.1|Host: localhost||");
    assertTrue(stranger.field("WWW-Authenticate").startsWith("Basic realm="));
  }

  @Test
  void redirectsKeepTheQuery() throws IOException {
    RawResponse moved = send("GET /old.html?a=b HTTP/1.1|Host: localhost||");
    assertEquals(301, moved.status());
    assertEquals("/new.html?a=b", moved.field("Location"));
    assertEquals(404, send("DELETE /old.html HTTP/1.1|Host: localhost|" + CREDENTIALS).status());
  }

  private static final String CREDENTIALS = "Authorization: Basic bWU6c2VjcmV0||";

  @Test
  void fixedResponsesStandInForMissingFiles() throws IOException {
    for (String path : new String[] {"/favicon.ico", "/"}) {
      RawResponse fixed = send("GET " + path + " HTTP/1.1|Host: localhost||");
      assertEquals(200, fixed.status());
      assertEquals("hello", new String(fixed.content(), StandardCharsets.US_ASCII));
      assertTrue(fixed.field("Content-Type").startsWith("text/plain"));
    }
  }

  @Test
  void nothingAfterAViolationIsARequest() throws IOException {
    try (RawClient client = server.connect()) {
      client.send(
          "GET / HTTP/1.1\nHost: a\r\n\r\nDELETE /test.txt HTTP/1.1\r\nHost: localhost\r\n");
      client.send("Authorization: Basic bWU6c2VjcmV0\r\n\r\n");
      RawResponse refused = client.read();
      assertEquals(400, refused.status());
      assertEquals("close", refused.field("Connection"));
      assertTrue(client.awaitClose());
    }
    assertEquals(200, send("GET /test.txt HTTP/1.1|Host: localhost||").status());
  }

  @Test
  void aRefusedPutIsRefusedBeforeItsContent() throws IOException {
    try (RawClient client = server.connect()) {
      client.sendHead("PUT /n.txt", "Content-Length: 2000", "Expect: 100-continue");
      assertEquals(413, client.read().status());
    }
  }
}
