package org.gatehouse.application.listing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Set;
import org.gatehouse.application.fake.InMemoryResourceRepository.Step;
import org.gatehouse.application.listing.ListingFixture.Answer;
import org.gatehouse.application.method.ResourceSettings;
import org.gatehouse.application.method.ResourceSettings.Posting;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.application.route.WritePolicy;
import org.gatehouse.domain.media.MediaTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which folders are shown, to whom, in what form, and what is shown of them. */
class FolderListingTest {
  private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.000000006Z");

  private final ListingFixture http = new ListingFixture("/pub/");

  @AfterEach
  void nothingIsLeftOpen() {
    assertEquals(0, http.spool.open());
    assertEquals(0, http.archiver.open());
    assertEquals(0, http.repository.openRepresentations());
  }

  private void put(String path, String content) {
    http.repository.put(path, content.getBytes(UTF_8), TIME);
  }

  @ParameterizedTest
  @CsvSource({
    "/pub/, 200",
    "/pub, 301",
    "/pub/deep/, 200",
    "/pub/deep/empty/, 200",
    "/pub/deep/empty, 301",
    "/pub/none/, 404",
    "/pub/a.txt/, 404",
    "/pub/.hidden/, 404",
    "/pub/vault/, 403",
    "/pub//, 404",
    "/pub/deep%2F/, 404",
    "/, 404",
    "/public/, 404",
    "/private/, 404",
    "/Pub/, 404",
    "/private/?format=json, 404",
    "/private/?format=zip, 404",
    "/pub/?format=tar, 400",
    "/pub/?format=, 400",
  })
  void isForListedFoldersOnly(String target, int status) {
    for (String path :
        new String[] {
          "/pub/a.txt",
          "/pub/deep/b.txt",
          "/private/c.txt",
          "/public/d.txt",
          "/pub/.hidden/e.txt",
          "/pub/vault/f.txt"
        }) {
      put(path, "x");
    }
    http.repository.makeFolder("/pub/deep/empty");
    http.repository.deny("/pub/vault");
    assertEquals(status, http.get(target).status());
    assertEquals(status, http.send("HEAD", target).status());
  }

  @Test
  void aPageHasItsFieldsAndIsMadeByAWorker() {
    put("/pub/a.txt", "hello");
    Answer answer = http.get("/pub/", "Accept", "text/html,*/*;q=0.8");
    assertEquals("text/html; charset=utf-8", answer.field("Content-Type"));
    assertEquals("no-cache", answer.field("Cache-Control"));
    assertEquals("Accept", answer.field("Vary"));
    assertEquals(
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; media-src"
            + " 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors"
            + " 'none'",
        answer.field("Content-Security-Policy"));
    assertFalse(answer.fields().contains("Last-Modified"));
    assertTrue(answer.waited());
    assertEquals(answer.text().getBytes(UTF_8).length, answer.length());
    assertTrue(
        answer
            .text()
            .contains(
                "<tr data-kind=\"file\" data-size=\"5\"><th scope=\"row\">"
                    + "<a href=\"/pub/a.txt\"><bdi>a.txt</bdi></a></th><td>5 B</td>"
                    + "<td><time datetime=\"2026-01-02T03:04:05Z\">2026-01-02 03:04:05</time></td></tr>"),
        answer.text());
  }

  @Test
  void headHasTheFieldsAndTheLengthOfGet() {
    put("/pub/a.txt", "hello");
    for (String target : new String[] {"/pub/", "/pub/?format=json", "/pub/?format=zip"}) {
      Answer get = http.get(target);
      Answer head = http.send("HEAD", target);
      assertEquals(get.fields(), head.fields());
      assertEquals(get.length(), head.length());
      assertEquals("", head.text());
    }
  }

  @Test
  void jsonTellsOfEachEntry() {
    put("/pub/a \"quoted\".txt", "hello");
    http.repository.makeFolder("/pub/sub");
    Answer answer = http.get("/pub/?format=json");
    assertEquals("application/json", answer.field("Content-Type"));
    assertFalse(answer.fields().contains("Vary"), "the query says it all");
    assertFalse(answer.fields().contains("Content-Security-Policy"));
    assertEquals(
        "{\"path\":\"/pub/\",\"entries\":[\n"
            + "{\"name\":\"a \\\"quoted\\\".txt\",\"type\":\"file\",\"size\":5,"
            + "\"mtime\":\"2026-01-02T03:04:05.000000006Z\",\"etag\":\"\\\"1767323045000000006-5\\\"\"},\n"
            + "{\"name\":\"sub\",\"type\":\"folder\",\"mtime\":\"1970-01-01T00:00:00Z\"}\n"
            + "]}\n",
        answer.text());
    assertEquals(
        "{\"path\":\"/pub/sub/\",\"entries\":[\n]}\n", http.get("/pub/sub/?format=json").text());
    assertEquals(
        "{\"path\":\"/pub/\",\"entries\":[\n]}\n", http.get("/pub/?format=json&q=nothing").text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                                        | text/html",
        "*/*                                     | text/html",
        "text/html                               | text/html",
        "application/json                        | application/json",
        "application/json, text/html;q=0.5       | application/json",
        "text/html, application/json             | text/html",
        "text/html;q=0.1, application/json;q=0.2 | application/json",
        "application/zip                         | text/html",
      })
  void acceptChoosesBetweenPageAndJson(String accept, String type) {
    put("/pub/a.txt", "x");
    Answer answer = accept == null ? http.get("/pub/") : http.get("/pub/", "Accept", accept);
    assertTrue(answer.field("Content-Type").startsWith(type), answer.field("Content-Type"));
    assertEquals("Accept", answer.field("Vary"));
  }

  @Test
  void theQueryGoesBeforeAccept() {
    put("/pub/a.txt", "x");
    Answer answer = http.get("/pub/?format=html", "Accept", "application/json");
    assertEquals("text/html; charset=utf-8", answer.field("Content-Type"));
    assertFalse(answer.fields().contains("Vary"));
  }

  @Test
  void whatAGetWouldRefuseIsNotShown() {
    for (String name : new String[] {"shown.txt", ".env", "tool.unknown", "locked.txt"}) {
      put("/pub/" + name, "x");
    }
    put("/pub/.git/config.txt", "x");
    put("/pub/vault/x.txt", "x");
    http.repository.deny("/pub/locked.txt");
    http.repository.deny("/pub/vault");
    for (String target : new String[] {"/pub/", "/pub/?format=json", "/pub/?format=zip"}) {
      String text = http.get(target).text();
      assertTrue(text.contains("shown.txt"), text);
      for (String name : new String[] {".env", ".git", "unknown", "locked", "vault"}) {
        assertFalse(text.contains(name), name + " in " + text);
      }
    }
  }

  @Test
  void dotfilesAndUnknownTypesAreShownWhereTheyAreServed() {
    ListingFixture generous =
        new ListingFixture("/")
            .with(
                new ResourceSettings(
                    MediaTypes.broad().servingUnknown(),
                    Set.of(),
                    true,
                    WritePolicy.OPEN,
                    Posting.NEW_NAME));
    generous.repository.put("/.env", "x");
    generous.repository.put("/tool.unknown", "x");
    String text = generous.get("/?format=json").text();
    assertTrue(text.contains("\".env\"") && text.contains("\"tool.unknown\""), text);
  }

  @Test
  void anIndexStandsForItsFolderUnlessAFormatIsNamed() {
    put("/pub/index.html", "<p>index</p>");
    assertEquals("<p>index</p>", http.get("/pub/").text());
    assertEquals("<p>index</p>", http.get("/pub/?sort=size").text());
    assertTrue(http.get("/pub/?format=json").text().contains("\"index.html\""));
    assertTrue(http.get("/pub/?format=html").text().contains("index.html</bdi>"));
    assertEquals("/pub/index.html 12\n", http.get("/pub/?format=zip").text());
  }

  @Test
  void anIndexThatMayNotBeReadIsNotReplaced() {
    put("/pub/index.html", "x");
    http.repository.deny("/pub/index.html");
    assertEquals(403, http.get("/pub/").status());
  }

  @Test
  void whereNamesAreOverwrittenNobodysIndexStandsForTheFolder() {
    ListingFixture files = new ListingFixture().asFiles();
    files.repository.put("/index.html", "<p>planted</p>");
    files.repository.put("/sub/x.unknown", "x");
    String page = files.get("/files/").text();
    assertTrue(page.contains("href=\"/files/index.html\""), page);
    assertTrue(page.contains("href=\"/files/sub/\""), page);
    assertTrue(page.contains("data-methods=\"GET, HEAD, POST, DELETE, OPTIONS\""), page);
    assertTrue(files.get("/files/sub/").text().contains("href=\"/files/sub/x.unknown\""));
    assertEquals(
        "/sub/ 0\n/index.html 14\n".length(),
        files.get("/files/?format=zip").length() - "/sub/x.unknown 1\n".length());
  }

  @Test
  void theFolderForFilesIsThereBeforeTheFirstOne() {
    ListingFixture files = new ListingFixture().asFilesUnderTheRoot();
    assertTrue(files.get("/files/").text().contains(">0 entries.</p>"));
    assertEquals("", files.get("/files/?format=zip").text());
    assertEquals(404, files.get("/files/sub/").status());
    files.repository.put("/files/a.bin", "x");
    assertTrue(files.get("/files/").text().contains("href=\"/files/a.bin\""));
    assertEquals(404, new ListingFixture("/pub/").get("/pub/").status());
  }

  @Test
  void aTagIsTrueAndDatesAreIgnored() {
    put("/pub/a.txt", "one");
    for (String target : new String[] {"/pub/", "/pub/?format=json", "/pub/?format=zip"}) {
      put("/pub/a.txt", "one");
      String tag = http.get(target).field("ETag");
      Answer same = http.get(target, "If-None-Match", tag);
      assertEquals(304, same.status(), target);
      assertEquals(tag, same.field("ETag"));
      assertEquals("no-cache", same.field("Cache-Control"));
      assertEquals(0, same.length());
      assertEquals(200, http.get(target, "If-Match", tag).status());
      assertEquals(412, http.get(target, "If-Match", "\"other\"").status());
      assertEquals(304, http.get(target, "If-None-Match", "*").status());
      String date = "Fri, 01 Jan 2100 00:00:00 GMT";
      assertEquals(200, http.get(target, "If-Modified-Since", date).status());
      String past = "Sat, 01 Jan 2000 00:00:00 GMT";
      assertEquals(200, http.get(target, "If-Unmodified-Since", past).status());
      put("/pub/a.txt", "three");
      Answer changed = http.get(target, "If-None-Match", tag);
      assertEquals(200, changed.status(), target);
      assertNotEquals(tag, changed.field("ETag"));
    }
    assertNotEquals(http.get("/pub/").field("ETag"), http.get("/pub/?format=json").field("ETag"));
  }

  @Test
  void whoRefusesPlainContentGetsNone() {
    put("/pub/a.txt", "x");
    assertEquals(406, http.get("/pub/", "Accept-Encoding", "gzip, identity;q=0").status());
    assertEquals(200, http.get("/pub/", "Accept-Encoding", "gzip").status());
  }

  @Test
  void storageThatFailsLeavesNothingOpen() {
    put("/pub/a.txt", "x");
    http.spool.fill();
    for (String target : new String[] {"/pub/", "/pub/?format=json"}) {
      assertThrows(StorageFailure.class, () -> http.get(target));
    }
    http.repository.failAt(Step.FIND, StorageFailure.Kind.BROKEN);
    assertThrows(StorageFailure.class, () -> http.get("/pub/?format=zip"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/pub/a.txt", "/pub/"})
  void noListingIsInTheWayOfWhatIsNoFolder(String target) {
    put("/pub/a.txt", "x");
    assertEquals(204, http.send("OPTIONS", target).status());
    assertEquals(
        "GET, HEAD, POST, PUT, DELETE, OPTIONS", http.send("OPTIONS", target).field("Allow"));
    assertEquals(409, http.send("DELETE", "/pub/").status());
    assertEquals("x", http.get("/pub/a.txt").text());
  }
}
