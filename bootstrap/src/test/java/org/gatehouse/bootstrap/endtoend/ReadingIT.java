package org.gatehouse.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * GET, HEAD and OPTIONS on resources (contract, section 3): fields, conditions, ranges, codings.
 */
class ReadingIT extends OneServer {
  private static final String TEXT = "All work and no play. ".repeat(100);

  @Override
  JarServer.Launch prepare(JarServer.Launch launch) {
    return launch
        .file("ten.txt", "0123456789")
        .file("long.txt", TEXT)
        .file("page/index.html", "<p>page</p>")
        .file("image.svg", "<svg>" + " ".repeat(500) + "</svg>")
        .file("photo.png", new byte[1000])
        .file("side.bin", "plain")
        .file("side.bin.br", "brotli")
        .file("side.bin.zst", "zstandard")
        .file("old.txt", "new content")
        .file("old.txt.gz", "stale")
        .file("odd.xyz", "odd")
        .file("größe & co.txt", "umlaut")
        .file("empty.txt", "")
        .options("--attachment", "png");
  }

  @BeforeAll
  void ageAndLink() throws IOException {
    Path stale = server.root().resolve("old.txt.gz");
    Files.setLastModifiedTime(stale, FileTime.fromMillis(0));
    Files.createSymbolicLink(server.root().resolve("inside.txt"), Path.of("ten.txt"));
    Files.writeString(folder.resolve("outside.txt"), "outside");
    Files.createSymbolicLink(server.root().resolve("out.txt"), folder.resolve("outside.txt"));
  }

  @Test
  void aGetHasItsFields() throws IOException {
    RawResponse response = client.get("/ten.txt");
    assertEquals(200, response.status());
    assertEquals("0123456789", response.text());
    assertEquals("text/plain; charset=utf-8", response.field("Content-Type"));
    assertEquals("10", response.field("Content-Length"));
    assertEquals("bytes", response.field("Accept-Ranges"));
    assertEquals("nosniff", response.field("X-Content-Type-Options"));
    assertTrue(response.field("ETag").matches("\"\\d{19}-10\""), response.field("ETag"));
    assertTrue(response.field("Date").endsWith(" GMT"));
    assertTrue(response.field("Last-Modified").endsWith(" GMT"));
  }

  @Test
  void headHasTheFieldsOfGet() throws IOException {
    for (String coding : List.of("identity", "gzip")) {
      RawResponse get = client.get("/long.txt", "Accept-Encoding: " + coding, "Cookie: a=b");
      RawResponse head = client.head("/long.txt", "Accept-Encoding: " + coding, "Cookie: a=b");
      assertEquals(get.steadyLines(), head.steadyLines());
      assertEquals(get.content().length, Integer.parseInt(head.field("Content-Length")));
    }
  }

  @Test
  void whatIsNotThereOrNotServed() throws IOException {
    assertEquals(404, client.get("/missing.txt").status());
    assertEquals(415, client.get("/odd.xyz").status());
    assertEquals(403, client.get("/out.txt").status());
    assertEquals("0123456789", client.get("/inside.txt").text());
    RawResponse folder = client.get("/page?q=1");
    assertEquals(301, folder.status());
    assertEquals("/page/?q=1", folder.field("Location"));
    assertEquals("<p>page</p>", client.get("/page/").text());
    assertEquals("umlaut", client.get("/gr%C3%B6%C3%9Fe%20&%20co.txt").text());
    assertEquals("0", client.get("/empty.txt").field("Content-Length"));
  }

  @Test
  void downloadsAreOffered() throws IOException {
    assertEquals(
        "attachment; filename=\"photo.png\"",
        client.get("/photo.png").field("Content-Disposition"));
    assertFalse(client.get("/ten.txt").has("Content-Disposition"));
    assertTrue(client.get("/ten.txt?download").field("Content-Disposition").startsWith("attach"));
  }

  @Test
  void conditionsAreHeldAgainstTheTag() throws IOException {
    RawResponse response = client.get("/ten.txt");
    String tag = response.field("ETag");
    String date = response.field("Last-Modified");
    for (String condition :
        List.of(
            "If-None-Match: " + tag,
            "If-None-Match: \"x\", W/" + tag,
            "If-None-Match: *",
            "If-Modified-Since: " + date)) {
      RawResponse unchanged = client.get("/ten.txt", condition);
      assertEquals(304, unchanged.status(), condition);
      assertEquals(tag, unchanged.field("ETag"));
      assertFalse(unchanged.has("Content-Length"));
    }
    String past = "Sat, 01 Jan 2000 00:00:00 GMT";
    assertEquals(412, client.get("/ten.txt", "If-Match: \"x\"").status());
    assertEquals(412, client.get("/ten.txt", "If-Match: W/" + tag).status());
    assertEquals(200, client.get("/ten.txt", "If-Match: " + tag).status());
    assertEquals(412, client.get("/ten.txt", "If-Unmodified-Since: " + past).status());
    assertEquals(200, client.get("/ten.txt", "If-Modified-Since: " + past).status());
    assertEquals(
        200,
        client.get("/ten.txt", "If-None-Match: \"x\"", "If-Modified-Since: " + date).status(),
        "If-None-Match makes If-Modified-Since irrelevant");
    assertEquals(200, client.get("/ten.txt", "If-Modified-Since: yesterday").status());
  }

  @Test
  void rangesAreCut() throws IOException {
    assertRange("bytes=2-4", "234", "bytes 2-4/10");
    assertRange("bytes=7-", "789", "bytes 7-9/10");
    assertRange("bytes=-3", "789", "bytes 7-9/10");
    assertRange("bytes=-99", "0123456789", "bytes 0-9/10");
    assertRange("bytes=5-99", "56789", "bytes 5-9/10");
    assertRange("bytes=0-3,3-5", "012345", "bytes 0-5/10");
    assertRange("bytes=99-, 1-1", "1", "bytes 1-1/10");
    for (String ignored : List.of("bytes=4-2", "bytes=a-b", "lines=1-2", "bytes", "bytes=")) {
      assertEquals(200, client.get("/ten.txt", "Range: " + ignored).status(), ignored);
    }
    RawResponse unsatisfiable = client.get("/ten.txt", "Range: bytes=10-");
    assertEquals(416, unsatisfiable.status());
    assertEquals("bytes */10", unsatisfiable.field("Content-Range"));
    assertEquals(200, client.head("/ten.txt", "Range: bytes=0-1").status());
  }

  private void assertRange(String range, String content, String contentRange) throws IOException {
    RawResponse part = client.get("/ten.txt", "Range: " + range);
    assertEquals(206, part.status(), range);
    assertEquals(content, part.text(), range);
    assertEquals(contentRange, part.field("Content-Range"));
  }

  @Test
  void severalRangesComeAsMultipart() throws IOException {
    RawResponse parts = client.get("/ten.txt", "Range: bytes=0-1,5-6");
    assertEquals(206, parts.status());
    String boundary = parts.field("Content-Type").replace("multipart/byteranges; boundary=", "");
    String expected =
        ("--B\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Range: bytes 0-1/10\r\n\r\n01"
                + "\r\n--B\r\nContent-Type: text/plain; charset=utf-8\r\n"
                + "Content-Range: bytes 5-6/10\r\n\r\n56\r\n--B--\r\n")
            .replace("--B", "--" + boundary);
    assertEquals(expected, parts.text());
    String many = "bytes=" + "0-0,".repeat(500) + "9-9";
    assertEquals(206, client.get("/ten.txt", "Range: " + many).status(), "coalesced");
    StringBuilder greedy = new StringBuilder("bytes=0-0");
    for (int i = 2; i < 200; i += 2) {
      greedy.append(',').append(i).append('-').append(i);
    }
    assertEquals(200, client.get("/long.txt", "Range: " + greedy).status(), "too many");
  }

  @Test
  void ifRangeGuardsTheRange() throws IOException {
    String tag = client.get("/ten.txt").field("ETag");
    assertEquals(206, client.get("/ten.txt", "Range: bytes=0-1", "If-Range: " + tag).status());
    assertEquals(200, client.get("/ten.txt", "Range: bytes=0-1", "If-Range: \"x\"").status());
    assertEquals(200, client.get("/ten.txt", "Range: bytes=0-1", "If-Range: W/" + tag).status());
  }

  @Test
  void codingsAreNegotiated() throws IOException {
    RawResponse plain = client.get("/long.txt");
    RawResponse coded = client.get("/long.txt", "Accept-Encoding: br;q=0.5, gzip");
    assertEquals("gzip", coded.field("Content-Encoding"));
    assertEquals("Accept-Encoding", coded.field("Vary"));
    assertEquals("Accept-Encoding", plain.field("Vary"));
    assertNotEquals(plain.field("ETag"), coded.field("ETag"));
    assertArrayEquals(plain.content(), coded.unzipped());
    assertCoding("", "/long.txt", "gzip;q=0");
    assertCoding("", "/long.txt", "gzip;q=0.5, identity;q=0.9");
    assertCoding("gzip", "/long.txt", "*");
    assertCoding("gzip", "/image.svg", "gzip");
    assertCoding("", "/ten.txt", "gzip");
    assertCoding("", "/photo.png", "gzip");
    assertCoding("br", "/side.bin", "gzip, br, zstd");
    assertCoding("zstd", "/side.bin", "gzip, br;q=0.1, zstd");
    assertEquals("new content", client.get("/old.txt", "Accept-Encoding: gzip").text());
    assertEquals(406, client.get("/photo.png", "Accept-Encoding: gzip, identity;q=0").status());
    assertEquals(406, client.get("/ten.txt", "Accept-Encoding: *;q=0").status());
    String range = client.get("/long.txt", "Accept-Encoding: gzip", "Range: bytes=0-2").text();
    assertEquals("All", range);
    String tag = coded.field("ETag");
    assertEquals(
        304, client.get("/long.txt", "Accept-Encoding: gzip", "If-None-Match: " + tag).status());
    assertEquals(200, client.get("/long.txt", "If-None-Match: " + tag).status());
    assertEquals(200, client.get("/long.txt", "If-Match: " + tag).status());
  }

  private void assertCoding(String coding, String target, String accepted) throws IOException {
    RawResponse response = client.get(target, "Accept-Encoding: " + accepted);
    assertEquals(200, response.status());
    assertEquals(coding, response.field("Content-Encoding"), target + " for " + accepted);
  }

  @Test
  void errorsComeInTheFormTheClientReads() throws IOException {
    RawResponse text = client.get("/<missing>".replace("<", "%3C").replace(">", "%3E"));
    assertTrue(text.field("Content-Type").startsWith("text/plain"));
    assertTrue(text.text().contains(text.field("X-Request-Id")));
    RawResponse page = client.get("/%3Cb%3E", "Accept: text/html,application/xhtml+xml,*/*;q=0.8");
    assertTrue(page.field("Content-Type").startsWith("text/html"));
    assertTrue(page.text().contains("&lt;b&gt;") && !page.text().contains("<b>"), page.text());
    RawResponse problem = client.get("/mis%22sing", "Accept: application/json");
    assertEquals("application/problem+json", problem.field("Content-Type"));
    assertTrue(problem.text().contains("\"status\":404"), problem.text());
    assertTrue(problem.text().contains("/mis\\\"sing") || problem.text().contains("/mis%22sing"));
    assertFalse(page.text().contains(folder.toString()), "no path of the machine");
  }

  @Test
  void visitorsGetACookieOnce() throws IOException {
    String cookie = client.get("/ten.txt").field("Set-Cookie");
    assertTrue(cookie.matches("id=[0-9a-f-]{36}; Max-Age=120; HttpOnly; SameSite=Lax"), cookie);
    assertFalse(client.get("/ten.txt", "Cookie: id=1").has("Set-Cookie"));
    assertFalse(client.get("/health").has("Set-Cookie"));
  }

  @Test
  void changesOnTheDiskAreSeen() throws IOException {
    Path file = server.root().resolve("changing.txt");
    Files.writeString(file, "one");
    String first = client.get("/changing.txt").field("ETag");
    Files.writeString(file, "two two");
    RawResponse later = client.get("/changing.txt");
    // A cached file is trusted for a second: until then the old content is right, with its old tag.
    for (int i = 0; i < 100_000 && later.text().equals("one"); i++) {
      assertEquals(first, later.field("ETag"));
      later = client.sendHead("GET /changing.txt").read();
      if (later.field("Connection").equals("close")) {
        client.close();
        client = server.connect();
      }
    }
    assertEquals("two two", later.text());
    assertNotEquals(first, later.field("ETag"));
  }
}
