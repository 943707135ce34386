package org.gatehouse.bootstrap.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --listing}: which folders are shown, as a page and as JSON, and what is shown of them. */
@Timeout(180)
class ListingIT extends OneServer {
  @Override
  JarServer.Launch prepare(JarServer.Launch launch) {
    return launch
        .file("pub/a & b.txt", "hello")
        .file("pub/<b>bold.txt", "x")
        .file("pub/.secret.txt", "x")
        .file("pub/odd.xyz", "x")
        .file("pub/sub/deep.txt", "deep")
        .file("pub/site/index.html", "<p>index</p>")
        .file("private/c.txt", "x")
        .file("files/drop.bin", "dropped")
        .options("--listing", "/pub/", "--listing", "/files/");
  }

  @BeforeAll
  void link() throws IOException {
    Path pub = server.root().resolve("pub");
    Files.writeString(folder.resolve("outside.txt"), "outside");
    Files.createSymbolicLink(pub.resolve("out.txt"), folder.resolve("outside.txt"));
    Files.createSymbolicLink(pub.resolve("out"), folder);
    Files.createSymbolicLink(pub.resolve("in.txt"), Path.of("a & b.txt"));
  }

  @Test
  void aBrowserGetsAPage() throws IOException {
    RawResponse page = client.get("/pub/", "Accept: text/html,application/xhtml+xml,*/*;q=0.8");
    assertEquals(200, page.status());
    assertEquals("text/html; charset=utf-8", page.field("Content-Type"));
    assertEquals("Accept", page.field("Vary"));
    assertEquals("nosniff", page.field("X-Content-Type-Options"));
    assertTrue(page.field("Content-Security-Policy").startsWith("default-src 'none'; "));
    String text = page.text();
    assertTrue(text.contains("<a href=\"/pub/a%20&amp;%20b.txt\"><bdi>a &amp; b.txt</bdi></a>"));
    assertTrue(text.contains("<a href=\"/pub/%3Cb%3Ebold.txt\"><bdi>&lt;b&gt;bold.txt</bdi></a>"));
    assertTrue(text.contains("<a href=\"/pub/in.txt\">"));
    assertTrue(text.contains("<a href=\"/pub/sub/\"><bdi>sub/</bdi></a>"));
    assertEquals("hello", client.get("/pub/a%20&%20b.txt").text());
    assertEquals("x", client.get("/pub/%3Cb%3Ebold.txt").text());
  }

  @Test
  void aProgramGetsJson() throws IOException {
    RawResponse json = client.get("/pub/", "Accept: application/json");
    assertEquals("application/json", json.field("Content-Type"));
    assertEquals(json.text(), client.get("/pub/?format=json").text());
    String tag = client.get("/pub/sub/deep.txt").field("ETag");
    String deep = client.get("/pub/sub/?format=json").text();
    assertTrue(deep.contains("\"etag\":\"" + tag.replace("\"", "\\\"") + "\""), deep);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/pub/", "/pub/?format=json", "/pub/?format=zip"})
  void whatAGetRefusesIsNotShown(String target) throws IOException {
    String text = client.get(target).text();
    assertTrue(text.contains("bold.txt"));
    for (String name : List.of("secret", "odd.xyz", "out", "outside", "staging")) {
      assertFalse(text.contains(name), name);
    }
    assertFalse(text.contains(folder.toString()), "no path of the machine");
  }

  @Test
  void headHasTheFieldsOfGet() throws IOException {
    for (String target : List.of("/pub/", "/pub/?format=json", "/pub/?format=zip")) {
      RawResponse get = client.get(target, "Cookie: a=b");
      RawResponse head = client.head(target, "Cookie: a=b");
      assertEquals(get.steadyLines(), head.steadyLines());
      assertEquals(get.content().length, Integer.parseInt(head.field("Content-Length")));
    }
  }

  @Test
  void aListingIsNewsWhenSomethingChanged() throws IOException {
    String tag = client.get("/pub/sub/").field("ETag");
    RawResponse same = client.get("/pub/sub/", "If-None-Match: " + tag);
    assertEquals(304, same.status());
    Files.writeString(server.root().resolve("pub/sub/new.txt"), "new");
    assertEquals(200, client.get("/pub/sub/", "If-None-Match: " + tag).status());
    Files.delete(server.root().resolve("pub/sub/new.txt"));
    assertEquals(304, client.get("/pub/sub/", "If-None-Match: " + tag).status(), "as it was");
  }

  @ParameterizedTest
  @CsvSource({
    "/private/, 404", "/private/?format=json, 404", "/private/?format=zip, 404", "/pub/none/, 404",
    "/pub/%2e%2e/private/, 403", "/pub/out/, 403", "/pub/sub, 301", "/pub/?format=tar, 400",
    "/pub/.gatehouse-staging/, 404", "/pub//, 404", "/?format=json, 200", "/files/, 200",
  })
  void otherFoldersAreNotShown(String target, int status) throws IOException {
    RawResponse response = client.get(target);
    assertEquals(status, response.status());
    if (target.startsWith("/?")) {
      assertEquals("hello", response.text(), "the root is not listed, so it greets");
    }
  }

  @Test
  void anIndexStandsForItsFolder() throws IOException {
    assertEquals("<p>index</p>", client.get("/pub/site/").text());
    assertTrue(client.get("/pub/site/?format=json").text().contains("index.html"));
  }

  @Test
  void methodsAreThoseOfTheFolder() throws IOException {
    assertEquals(
        "GET, HEAD, POST, PUT, DELETE, OPTIONS",
        client.sendHead("OPTIONS /pub/").read().field("Allow"));
    assertEquals(409, client.exchange("PUT /pub/", "x").status());
    assertEquals(401, client.sendHead("DELETE /pub/").read().status());
  }

  @Test
  void aFormNeedsNoScript() throws IOException {
    for (String target : List.of("/pub/in/", "/files/")) {
      RawResponse answer =
          client.exchange(
              "POST " + target,
              form("one <i>.txt", "one") + form("two.txt", "two") + "--b--\r\n",
              "Content-Type: multipart/form-data; boundary=b",
              "Accept: text/html,*/*;q=0.8");
      assertEquals(201, answer.status());
      assertEquals(target + "one%20%3Ci%3E.txt", answer.field("Location"));
      assertEquals("text/html; charset=utf-8", answer.field("Content-Type"));
      assertTrue(answer.field("Content-Security-Policy").startsWith("default-src 'none'"));
      assertTrue(
          answer.text().contains("<a href=\"" + target + "two.txt\"><bdi>two.txt</bdi></a>"));
      assertTrue(answer.text().contains("<bdi>one &lt;i&gt;.txt</bdi>"));
      assertTrue(answer.text().contains("<a href=\"" + target + "\">"), "the way back");
      assertEquals("two", client.get(target + "two.txt").text());
      assertTrue(client.get(target).text().contains("href=\"" + target + "two.txt\""));
    }
    RawResponse again =
        client.exchange(
            "POST /files/",
            form("two.txt", "other") + "--b--\r\n",
            "Content-Type: multipart/form-data; boundary=b");
    assertEquals("/files/two(1).txt", again.field("Location"), "a form overwrites nothing");
    assertEquals("application/json", again.field("Content-Type"));
  }

  private static String form(String name, String content) {
    return "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
        + (name + "\"\r\nContent-Type: text/plain\r\n\r\n" + content + "\r\n");
  }

  @Test
  void theWholeRootCanBeListed(@TempDir Path other) throws Exception {
    try (JarServer all = JarServer.in(other).file("a.txt", "x").options("--listing", "/").start();
        RawClient reader = all.connect()) {
      assertTrue(reader.get("/").text().contains("href=\"/a.txt\""));
      assertEquals("hello", reader.get("/favicon.ico").text());
      all.stop();
      try (var left = Files.list(all.var())) {
        assertTrue(left.noneMatch(file -> file.getFileName().toString().startsWith("spool")));
      }
    }
  }

  @Test
  void theDemonstrationListsItsFilesAndNothingElse(@TempDir Path other) throws IOException {
    JarServer.Launch launch =
        JarServer.in(other).file("files/a.bin", "x").file("b/c.txt", "x").rootByDefault();
    try (JarServer demo = launch.start();
        RawClient reader = demo.connect()) {
      assertTrue(reader.get("/files/").text().contains("href=\"/files/a.bin\""));
      assertEquals(404, reader.get("/b/").status());
    }
    try (JarServer quiet = launch.options("--listing", "none").start();
        RawClient reader = quiet.connect()) {
      assertEquals(404, reader.get("/files/").status());
    }
  }

  @Test
  void whereWritesAreOffThereIsNoForm(@TempDir Path other) throws IOException {
    JarServer.Launch launch =
        JarServer.in(other).file("a.txt", "x").options("--listing", "/", "--writes", "off");
    try (JarServer quiet = launch.start();
        RawClient reader = quiet.connect()) {
      String page = reader.get("/").text();
      assertTrue(
          page.contains(
              "data-writes=\"off\" data-methods=\"GET, HEAD, OPTIONS\" data-delete=\"off\""));
      assertFalse(page.contains("type=\"file\""));
    }
  }
}
