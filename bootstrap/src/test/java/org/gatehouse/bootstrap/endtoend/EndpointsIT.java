package org.gatehouse.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of routes on the wire (contract, section 4): methods, and what is echoed. */
@Timeout(120)
class EndpointsIT extends OneServer {
  private static final int MEBI = 1 << 20;
  private static final String READ = "GET, HEAD, OPTIONS";
  private static final String POSTED = "POST, OPTIONS";
  private static final String STORED = "GET, HEAD, POST, DELETE, OPTIONS";
  private static final String CHUNKED = "Transfer-Encoding: chunked";

  @Override
  JarServer.Launch prepare(JarServer.Launch launch) {
    return launch.file("about.html", "<p>about").file("files/a", "a file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "/health ! " + READ,
        "/health/live ! " + READ,
        "/health/ready ! " + READ,
        "/metrics ! " + READ,
        "/metrics?format=prometheus ! " + READ,
        "/dashboard ! " + READ,
        "/.gatehouse/dashboard.js ! " + READ,
        "/routes ! " + READ,
        "/api/hello ! " + READ,
        "/about ! " + READ,
        "/echo/text ! " + READ,
        "/user-agent ! " + READ,
        "/echo ! " + POSTED,
        "/upload ! " + POSTED,
        "/files/a ! " + STORED,
      })
  void everyRouteTakesItsMethodsAndNoOther(String target, String allow) throws IOException {
    List<String> allowed = List.of(allow.split(", "));
    for (String method :
        List.of("GET", "POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "QUERY")) {
      if (!allowed.contains(method)) {
        RawResponse refused = client.exchange(method + " " + target, "");
        assertEquals(405, refused.status(), method);
        assertEquals(allow, refused.field("Allow"), method);
        assertTrue(refused.text().contains(refused.field("X-Request-Id")), refused.text());
      }
    }
    RawResponse options = client.sendHead("OPTIONS " + target).read();
    assertEquals(204, options.status());
    assertEquals(allow, options.field("Allow"));
    assertEquals(501, client.exchange("get " + target, "").status(), "methods have a case");
    if (allowed.contains("HEAD")) {
      assertHeadIsLikeGet(target);
    } else {
      RawResponse head = client.head(target);
      assertEquals(405, head.status());
      assertEquals(allow, head.field("Allow"));
    }
  }

  private void assertHeadIsLikeGet(String target) throws IOException {
    RawResponse get = client.get(target);
    RawResponse head = client.head(target);
    assertEquals(200, get.status());
    assertEquals(get.statusLine(), head.statusLine());
    assertEquals(comparable(target, get), comparable(target, head));
    assertFalse(get.has("Set-Cookie"), "endpoints give no cookie");
    assertTrue(head.has("Content-Length"));
  }

  /** The steady fields; what counts has another length each time. */
  private static List<String> comparable(String target, RawResponse response) {
    boolean counts = target.startsWith("/metrics") || target.startsWith("/health");
    return response.steadyLines().stream()
        .filter(line -> !(counts && line.startsWith("Content-Length:")))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      value = {
        "abc ! abc",
        "a/b/c ! a/b/c",
        "a%2Fb ! a/b",
        "a%5Cb ! a\\b",
        "a+b ! a+b",
        "100%25 ! 100%",
        "%2541 ! %41",
        "a?b=c ! a",
        "hello%20world ! hello world",
        "gr%C3%BC%C3%9Fe ! grüße",
        "%F0%9F%98%80%E2%80%AE ! \uD83D\uDE00\u202E",
        "%3Cscript%3E ! <script>",
        "%22%3B'%26 ! \";'&",
      })
  void theRestOfThePathIsEchoed(String encoded, String text) throws IOException {
    RawResponse echo = client.get("/echo/" + encoded);
    assertEquals(200, echo.status());
    assertEquals(text, echo.text());
    assertEquals("text/plain; charset=utf-8", echo.field("Content-Type"));
    assertEquals("nosniff", echo.field("X-Content-Type-Options"));
    RawResponse coded = client.get("/echo/" + encoded, "Accept-Encoding: gzip");
    assertEquals("gzip", coded.field("Content-Encoding"));
    assertEquals("Accept-Encoding", coded.field("Vary"));
    assertArrayEquals(echo.content(), coded.unzipped());
  }

  @ParameterizedTest
  @CsvSource({
    "/echo/.., 403",
    "/echo/%2e%2e/a, 403",
    "/echo/%00, 400",
    "/echo/%0d%0aX-Injected:%201, 400",
    "/echo/%7f, 400",
    "/echo/%c3%28, 400",
    "/echo/%ed%a0%80, 400",
    "/echo/%zz, 400",
    "/Echo/a, 404",
    "/%65cho/a, 200",
    "/echo/, 200",
  })
  void hostilePathsAreNotEchoed(String target, int status) throws IOException {
    RawResponse response = client.get(target);
    assertEquals(status, response.status());
    assertFalse(response.has("X-Injected"));
  }

  @Test
  void contentComesBackAsItWas() throws IOException {
    byte[] content = new byte[MEBI];
    new Random(3).nextBytes(content);
    RawResponse plain = client.exchange("POST /echo", content);
    assertEquals(200, plain.status());
    assertArrayEquals(content, plain.content());
    RawResponse coded = client.exchange("POST /echo", content, "Accept-Encoding: gzip");
    assertArrayEquals(content, coded.unzipped());
    client.sendHead("POST /echo", CHUNKED).send("100000\r\n").send(content);
    RawResponse chunked = client.send("\r\n0\r\nTrailer: t\r\n\r\n").read();
    assertArrayEquals(content, chunked.content());
    assertEquals("OK", client.exchange("POST /echo", "").text());
    assertEquals("OK", client.sendHead("POST /echo").read().text());
    assertEquals("OK", client.sendHead("POST /echo", CHUNKED).send("0\r\n\r\n").read().text());
  }

  @Test
  void oneOctetMoreThanAMebibyteIsTooMuch() throws IOException {
    client.sendHead("POST /echo", "Content-Length: " + (MEBI + 1), "Expect: 100-continue");
    RawResponse announced = client.read();
    assertEquals(413, announced.status());
    assertEquals("close", announced.field("Connection"));
    try (RawClient chunking = server.connect()) {
      chunking.sendHead("POST /echo", CHUNKED).send("100000\r\n").send(new byte[MEBI]);
      RawResponse found = chunking.send("\r\n1\r\nx\r\n0\r\n\r\n").read();
      assertEquals(413, found.status());
      assertEquals(200, chunking.get("/echo/on").status(), "what was read to its end goes on");
    }
  }

  @ParameterizedTest
  @CsvSource({"3 \\r\\nabc", "0x3\\r\\nabc", "3\\r\\nabcd\\r\\n", "-1\\r\\n", "g\\r\\n", "3\\nabc"})
  void brokenChunksAreNotEchoed(String content) throws IOException {
    client.sendHead("POST /echo", CHUNKED);
    client.send(content.replace("\\r", "\r").replace("\\n", "\n") + "\r\n0\r\n\r\n");
    RawResponse refused = client.read();
    assertEquals(400, refused.status());
    assertEquals("close", refused.field("Connection"));
    assertTrue(client.awaitClose());
  }

  @Test
  void whatIsSmallAnswersAsTheContractSays() throws IOException {
    RawResponse hello = client.get("/api/hello?name=x");
    assertEquals("application/json", hello.field("Content-Type"));
    assertTrue(hello.text().contains("\"method\":\"GET\",\"path\":\"/api/hello\""), hello.text());
    RawResponse about = client.get("/about");
    assertEquals("<p>about", about.text());
    String tag = about.field("ETag");
    assertEquals(304, client.get("/about", "If-None-Match: " + tag).status());
    assertEquals("a/1 (b; c)", client.get("/user-agent", "User-Agent: a/1 (b; c)").text());
    assertEquals("", client.get("/user-agent").text());
    for (String beside : List.of("/about/", "/health/", "/api/hello/x", "/api", "/USER-AGENT")) {
      RawResponse missing = client.get(beside);
      assertEquals(404, missing.status(), beside);
      assertTrue(missing.text().contains(beside), missing.text());
    }
  }

  @Test
  void routesListsThoseThatAreOn() throws IOException {
    assertEquals(
        List.of(
            "/health",
            "/health/live",
            "/health/ready",
            "/metrics",
            "/dashboard",
            "/api/hello",
            "/about",
            "/echo",
            "/echo/{text}",
            "/user-agent",
            "/files/{name}",
            "/upload",
            "/.gatehouse/{name}",
            "/routes"),
        client.get("/routes").text().lines().toList());
  }

  @Test
  void thePathsOfWhatIsOffAreResources(@TempDir Path other) throws IOException {
    try (JarServer few = JarServer.in(other).options("--endpoints", "routes,upload").start();
        RawClient asking = few.connect()) {
      assertEquals("/upload\n/routes\n", asking.get("/routes").text());
      for (String target :
          List.of(
              "/health/live",
              "/metrics",
              "/dashboard",
              "/api/hello",
              "/about",
              "/echo/a",
              "/user-agent")) {
        RawResponse missing = asking.get(target);
        assertEquals(404, missing.status(), target);
        assertTrue(missing.text().contains(target), missing.text());
      }
      assertEquals(201, asking.exchange("PUT /echo/a.txt", "kept").status());
      assertEquals("kept", asking.get("/echo/a.txt").text());
      assertEquals("kept", Files.readString(few.root().resolve("echo/a.txt")));
      assertEquals(201, asking.exchange("POST /files/b.txt", "one").status());
      RawResponse second = asking.exchange("POST /files/b.txt", "two");
      assertEquals("/files/b(1).txt", second.field("Location"), "a POST beside, as for resources");
    }
  }
}
