package org.gatehouse.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gatehouse.bootstrap.config.ConfigurationReader;
import org.gatehouse.bootstrap.endtoend.JarServer;
import org.gatehouse.bootstrap.endtoend.RawClient;
import org.gatehouse.bootstrap.endtoend.RawResponse;
import org.gatehouse.bootstrap.explain.Explanation;
import org.gatehouse.bootstrap.option.Arguments;
import org.gatehouse.bootstrap.option.Settings;
import org.gatehouse.domain.field.FieldLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every explanation is held against what a running server, with the same options on the same
 * folders, then does: the same status and the same fields, and until then not a file was touched.
 */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ExplainedIT {
  private static final String ME =
      "Authorization: Basic "
          + Base64.getEncoder().encodeToString("me:secret".getBytes(StandardCharsets.UTF_8));

  /** What differs between any two responses. */
  private static final List<String> MOVING =
      List.of("date", "x-request-id", "set-cookie", "connection", "keep-alive", "content-length");

  @TempDir Path folder;

  /**
   * A request.
   *
   * @param line method and target
   * @param content null for none
   */
  private record Ask(String line, String content, List<String> fields) {
    static Ask of(String line, String... fields) {
      return new Ask(line, null, List.of(fields));
    }

    static Ask with(String line, String content, String... fields) {
      return new Ask(line, content, List.of(fields));
    }
  }

  private static List<Ask> reads() {
    return List.of(
        Ask.of("GET /"),
        Ask.of("GET /index.html"),
        Ask.of("HEAD /big.txt", "Accept-Encoding: gzip"),
        Ask.of("GET /big.txt", "Accept-Encoding: gzip, br;q=0.1"),
        Ask.of("GET /big.txt", "Accept-Encoding: identity;q=0"),
        Ask.of("GET /image.png", "Accept-Encoding: identity;q=0"),
        Ask.of("GET /big.txt", "Range: bytes=0-9"),
        Ask.of("GET /big.txt", "Range: bytes=999999-"),
        Ask.of("GET /big.txt", "Range: nonsense"),
        Ask.of("GET /big.txt", "Range: bytes=0-9", "If-Range: \"other\""),
        Ask.of("GET /big.txt", "If-None-Match: *"),
        Ask.of("GET /big.txt", "If-Match: \"other\""),
        Ask.of("GET /big.txt", "If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT"),
        Ask.of("GET /big.txt", "If-Unmodified-Since: Fri, 01 Jan 1990 00:00:00 GMT"),
        Ask.of("GET /missing", "Accept: application/json"),
        Ask.of("GET /missing", "Accept: text/html", "Cookie: id=1"),
        Ask.of("GET /folder"),
        Ask.of("GET /folder/"),
        Ask.of("GET /.hidden"),
        Ask.of("GET /odd.type"),
        Ask.of("GET /link.txt"),
        Ask.of("GET /favicon.ico"),
        Ask.of("GET /old.html?a=1"),
        Ask.of("GET /a/../b"),
        Ask.of("GET /a%2e%2e%2f/%zz"),
        Ask.of("GET /" + "x".repeat(9000)),
        Ask.of("GET /index.html", "Host: other.example"),
        Ask.of("GET /index.html", "Expect: 200-ok"),
        Ask.of("GET /big.txt?download"),
        Ask.of("TRACE /index.html"),
        Ask.of("BREW /index.html"),
        Ask.of("OPTIONS /index.html"),
        Ask.of("OPTIONS *"),
        Ask.of("OPTIONS /health"),
        Ask.of("GET /api/hello"),
        Ask.of("GET /echo/hello%20you"),
        Ask.of("GET /user-agent", "User-Agent: me"),
        Ask.of("GET /files/odd.type"),
        Ask.of("POST /health", "Content-Length: 0"),
        Ask.of("GET /index.html", "Bad Name: x"),
        Ask.of("GET /index.html", "Transfer-Encoding: gzip"));
  }

  private static List<Ask> writes() {
    return List.of(
        Ask.of("PUT /new.txt"),
        Ask.with("PUT /new/one.txt", "text"),
        Ask.with("PUT /index.html", "text", "If-None-Match: *"),
        Ask.with("PUT /index.html", "text", "If-Match: \"other\""),
        Ask.with("PUT /folder", "text"),
        Ask.with("PUT /folder/", "text"),
        Ask.with("PUT /index.html/below", "text"),
        Ask.with("PUT /.secret", "text"),
        Ask.with("PUT /x.txt", "text", "Content-Range: bytes 0-3/4"),
        Ask.with("PUT /x.txt", "text", "Content-Encoding: gzip"),
        Ask.with("PUT /link.txt", "text"),
        Ask.with("PUT /index.html", "replaced"),
        Ask.with("POST /index.html", "text"),
        Ask.with("POST /index.html", "text"),
        Ask.with("POST /fresh.txt", "text"),
        Ask.with(
            "POST /folder/",
            "--b\r\nContent-Disposition: form-data; name=a; filename=same.txt\r\n\r\n1\r\n"
                + "--b\r\nContent-Disposition: form-data; name=b; filename=same.txt\r\n\r\n2\r\n"
                + "--b--\r\n",
            "Content-Type: multipart/form-data; boundary=b"),
        Ask.with("POST /folder/", "no form", "Content-Type: multipart/form-data"),
        Ask.with("POST /upload", "{\"a\": 1", "Content-Type: application/json"),
        Ask.with("POST /upload", "text", "Content-Type: text/plain"),
        Ask.with("POST /echo", "text"),
        Ask.with("POST /files/a.bin", "text"),
        Ask.with("POST /files/a.bin", "text"),
        Ask.with("PUT /x.txt", "x".repeat(200_000)),
        Ask.of("DELETE /big.txt"),
        Ask.of("DELETE /missing", ME),
        Ask.of("DELETE /folder/", ME),
        Ask.of("DELETE /big.txt", ME, "If-Match: \"other\""),
        Ask.of("DELETE /big.txt", ME));
  }

  private JarServer server() throws IOException {
    JarServer.Launch launch =
        JarServer.in(folder)
            .file("index.html", "<p>")
            .file("big.txt", "line\n".repeat(1000))
            .file("image.png", "png")
            .file("folder/in.txt", "in")
            .file(".hidden", "h")
            .file("odd.type", "odd")
            .file("files/odd.type", "odd");
    Path outside = Files.writeString(folder.resolve("outside.txt"), "outside");
    Files.createSymbolicLink(folder.resolve("www/link.txt"), outside);
    return launch
        .options("--redirect", "/old.html=/new.html", "--max-body", "100k")
        .options("--auth", "me:secret")
        .start();
  }

  private Explanation explain(JarServer server, Ask ask) throws Exception {
    List<String> line =
        new ArrayList<>(
            List.of(
                "explain",
                "--port=" + server.port(),
                "--root=" + server.root(),
                "--var=" + server.var(),
                "--redirect=/old.html=/new.html",
                "--max-body=100k",
                "--auth=me:secret",
                "--method=" + ask.line().split(" ")[0],
                "--target=" + ask.line().split(" ")[1]));
    if (ask.fields().stream().noneMatch(field -> field.startsWith("Host:"))) {
      line.add("--header=Host: " + server.uri().getAuthority());
    }
    ask.fields().forEach(field -> line.add("--header=" + field));
    if (ask.content() != null) {
      Path content = folder.resolve("content");
      Files.writeString(content, ask.content());
      line.add("--content=" + content);
    }
    Settings settings = new Arguments("", Map.of()).read(line.toArray(String[]::new)).settings();
    return new Explain(settings).run(ConfigurationReader.read(settings));
  }

  private static RawResponse ask(JarServer server, Ask ask) throws IOException {
    List<String> fields = new ArrayList<>(ask.fields());
    if (fields.stream().noneMatch(field -> field.startsWith("Host:"))) {
      fields.add("Host: " + server.uri().getAuthority());
    }
    if (ask.content() != null) {
      fields.add("Content-Length: " + ask.content().length());
    }
    StringBuilder text = new StringBuilder(ask.line() + " HTTP/1.1\r\n");
    fields.forEach(field -> text.append(field).append("\r\n"));
    try (RawClient client = new RawClient(server.uri().getHost(), server.port())) {
      client.send(text + "\r\n" + (ask.content() == null ? "" : ask.content()));
      return client.readHead();
    }
  }

  private Map<String, String> snapshot() throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        boolean isContent = file.equals(folder.resolve("content")) || file.equals(folder);
        boolean isLog = file.startsWith(folder.resolve("var"));
        if (!isContent && !isLog) {
          all.put(file.toString(), Files.getLastModifiedTime(file) + " " + Files.isDirectory(file));
        }
      }
    }
    return all;
  }

  private static Map<String, List<String>> fields(Stream<String> lines, boolean wrote) {
    Map<String, List<String>> fields = new TreeMap<>();
    lines
        .map(line -> line.split(": ", 2))
        .forEach(
            line -> {
              String name = line[0].toLowerCase(Locale.ROOT);
              if (!MOVING.contains(name)) {
                // A write gives a tag of its own moment.
                String value = wrote && name.equals("etag") ? "" : line[1];
                fields.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
              }
            });
    return fields;
  }

  private static Stream<String> lines(FieldLines fields) {
    return Stream.iterate(0, i -> i < fields.size(), i -> i + 1)
        .map(i -> fields.name(i) + ": " + fields.value(i));
  }

  private void assertTrueToLife(JarServer server, Ask ask) throws Exception {
    Map<String, String> before = snapshot();
    Explanation told = explain(server, ask);
    assertEquals(before, snapshot(), () -> "untouched by " + ask);
    RawResponse done = ask(server, ask);
    assertEquals(done.status(), told.response().status().code(), () -> ask + "\n" + told.text());
    boolean wrote = ask.content() != null || ask.line().startsWith("DELETE");
    assertEquals(
        fields(done.lines().stream(), wrote),
        fields(lines(told.response().head().fields()), wrote),
        () -> ask + "\n" + told.text());
    assertEquals(
        done.has("Set-Cookie"),
        lines(told.response().head().fields()).anyMatch(line -> line.startsWith("Set-Cookie")),
        ask::toString);
    if (done.has("Content-Length") && done.status() < 400) {
      // The body of an error has the request id in it.
      assertEquals(
          done.field("Content-Length"),
          Long.toString(told.response().body().length()),
          () -> ask + "\n" + told.text());
    }
  }

  @Test
  void explanationsOfReadsAreTrue() throws Exception {
    try (JarServer server = server()) {
      for (Ask ask : reads()) {
        assertTrueToLife(server, ask);
      }
    }
  }

  @Test
  void explanationsOfWritesAreTrue() throws Exception {
    try (JarServer server = server()) {
      for (Ask ask : writes()) {
        assertTrueToLife(server, ask);
      }
    }
  }

  @Test
  void theTagOfAReadIsTheServersOwn() throws Exception {
    try (JarServer server = server()) {
      String tag = ask(server, Ask.of("GET /big.txt")).field("ETag");
      Explanation told = explain(server, Ask.of("GET /big.txt", "If-None-Match: " + tag));
      assertEquals(304, told.response().status().code());
      String text = told.text();
      assertTrue(text.contains("preconditions  not modified"), text);
    }
  }

  @Test
  void reasonsAreTold() throws Exception {
    try (JarServer server = server()) {
      String text = explain(server, Ask.of("GET /a/../b")).text();
      assertTrue(text.contains("  Path           refuses        403 Forbidden"), text);
      assertTrue(text.contains("  Credentials    not asked"), text);
      text = explain(server, Ask.of("GET /big.txt", "Accept-Encoding: gzip")).text();
      assertTrue(text.contains("coding         gzip           Accept-Encoding: gzip"), text);
      text = explain(server, Ask.with("POST /index.html", "text")).text();
      assertTrue(text.contains("/index(1).html  created"), text);
      text = explain(server, Ask.of("DELETE /big.txt", ME)).text();
      assertTrue(text.contains("/big.txt"), text);
      assertFalse(text.contains(ME.substring(ME.length() - 8)), "no password is shown");
      String json = explain(server, Ask.of("GET /index.html", ME)).json();
      assertFalse(json.contains(ME.substring(ME.length() - 8)), "no password is shown");
    }
  }

  @Test
  void theBuiltJarTellsItInTextAndInJson() throws Exception {
    JarServer.Launch launch = JarServer.in(folder).file("index.html", "<p>");
    JarServer.Ended text = launch.run("explain", "GET", "/", "--port", "0");
    assertEquals(List.of(), text.err());
    assertEquals(0, text.code());
    assertEquals("> GET / HTTP/1.1", text.out().get(0));
    assertTrue(text.out().contains("< HTTP/1.1 200 OK"), text.out()::toString);
    assertFalse(Files.exists(folder.resolve("var")), "nothing was made");
    JarServer.Ended json = launch.run("explain", "GET", "/", "--json");
    assertEquals(1, json.out().size());
    assertTrue(json.out().get(0).startsWith("{\"request\":[\"GET / HTTP/1.1\""));
  }

  @Test
  void mistakesCostALine() throws Exception {
    JarServer.Launch launch = JarServer.in(folder);
    JarServer.Ended none = launch.run("explain", "GET");
    assertEquals(2, none.code());
    assertEquals(
        List.of(
            "gatehouse: explain: TARGET is missing; it takes a method and a target, such as GET"
                + " /index.html"),
        none.err());
    JarServer.Ended unreadable = launch.run("explain", "PUT", "/a.txt", "--content", "nowhere");
    assertEquals(1, unreadable.code());
    assertEquals(
        List.of("gatehouse: --content: the file 'nowhere' cannot be read: does not exist"),
        unreadable.err());
    assertEquals(List.of(), unreadable.out());
  }
}
