package org.gatehouse.application.method;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatehouse.application.fake.InMemoryETagStore;
import org.gatehouse.application.fake.SettableClock;
import org.gatehouse.application.method.ResourceSettings.Posting;
import org.gatehouse.application.method.ResourcesFixture.Answer;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.out.Lookup;
import org.gatehouse.application.port.out.ResourceState;
import org.gatehouse.application.route.WritePolicy;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.media.MediaTypes;
import org.gatehouse.domain.target.ResourcePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GetTest {
  private final ResourcesFixture http = new ResourcesFixture();

  @AfterEach
  void nothingIsLeftOpen() {
    assertEquals(0, http.repository.openRepresentations());
  }

  @Test
  void sendsTheWholeWithEveryField() {
    Instant modified = Instant.parse("2026-01-02T03:04:05.000000006Z");
    http.repository.put("/a.txt", "hello".getBytes(UTF_8), modified);

    Answer answer = http.get("/a.txt");

    assertEquals(200, answer.code());
    assertEquals(
        FieldLines.of(
            "Content-Type", "text/plain; charset=utf-8",
            "ETag", "\"1767323045000000006-5\"",
            "Last-Modified", "Fri, 02 Jan 2026 03:04:05 GMT",
            "Accept-Ranges", "bytes",
            "Vary", "Accept-Encoding"),
        answer.fields());
    assertEquals("hello", answer.text());
    assertEquals(5, answer.length());
  }

  @Test
  void whatIsRememberedOfOneAnswerIsInNoOtherOne() {
    Instant modified = Instant.parse("2026-01-02T03:04:05Z");
    for (int round = 0; round < 2; round++) {
      for (String name : new String[] {"/a.txt", "/a.html", "/a.png"}) {
        http.repository.put(name, "hello".getBytes(UTF_8), modified);
        Answer answer = http.get(name);
        assertEquals("\"1767323045000000000-5\"", answer.field("ETag"));
        assertEquals(name.equals("/a.png") ? "" : "Accept-Encoding", answer.field("Vary"));
        String type = name.equals("/a.txt") ? "text/plain" : "text/html";
        String expected = name.equals("/a.png") ? "image/png" : type + "; charset=utf-8";
        assertEquals(expected, answer.field("Content-Type"));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/missing.txt, 404",
    "/docs/missing.txt, 404",
    "/missing/, 404",
    "/a.txt/, 404",
    "/a.txt/b.txt, 404",
    "/A.txt, 404",
    "/docs//b.txt, 404",
    "//a.txt, 404",
    "/docs%2Fb.txt, 404",
    "/docs%5Cb.txt, 404",
    "/empty/, 404",
    "/odd/, 404",
    "/.env, 404",
    "/.git/config, 404",
    "/docs/.well-known/x.txt, 404",
    "/.well-known/x.txt, 200",
    "/locked.txt, 403",
    "/vault, 403",
    "/vault/, 403",
    "/vault/x.txt, 403",
    "/tool.unknown, 415",
    "/noextension, 415",
    "/docs, 301",
    "/docs/, 200",
    "/%61.txt, 200",
    "/a.txt, 200",
  })
  void findsOrRefuses(String target, int status) {
    for (String path :
        new String[] {
          "/a.txt",
          "/docs/b.txt",
          "/docs/index.html",
          "/.env",
          "/.git/config",
          "/docs/.well-known/x.txt",
          "/.well-known/x.txt",
          "/locked.txt",
          "/vault/x.txt",
          "/tool.unknown",
          "/noextension"
        }) {
      http.repository.put(path, "content of " + path);
    }
    http.repository.makeFolder("/empty");
    http.repository.makeFolder("/odd/index.html");
    http.repository.deny("/locked.txt");
    http.repository.deny("/vault");

    assertEquals(status, http.get(target).code());
    assertEquals(status, http.head(target).code());
  }

  @ParameterizedTest
  @CsvSource({
    "/docs, /docs/",
    "/docs?a=b&c, /docs/?a=b&c",
    "/with%20space, /with%20space/",
    "/%D0%B4, /%D0%B4/",
    "/%3Cb%3E, /%3Cb%3E/",
  })
  void addsTheSlashOfAFolder(String target, String location) {
    http.repository.makeFolder("/docs");
    http.repository.makeFolder("/with space");
    http.repository.makeFolder("/д");
    http.repository.makeFolder("/<b>");

    Answer answer = http.get(target);

    assertEquals(301, answer.code());
    assertEquals(location, answer.field(FieldName.LOCATION));
    assertEquals("see " + location + "\n", answer.text());
  }

  @Test
  void neverRedirectsToAnotherHost() {
    http.repository.makeFolder("/example.org");

    assertEquals(404, http.get("//example.org").code());
  }

  @Test
  void aFolderShowsItsIndex() {
    http.repository.put("/docs/index.html", "<p>docs");

    Answer answer = http.get("/docs/");

    assertEquals("text/html; charset=utf-8", answer.field(FieldName.CONTENT_TYPE));
    assertEquals("<p>docs", answer.text());
  }

  @Test
  void servesUnknownTypesAndDotfilesWhereTheOperatorChose() {
    ResourcesFixture open =
        new ResourcesFixture(
            new ResourceSettings(
                MediaTypes.broad().servingUnknown(),
                Set.of("TXT"),
                true,
                WritePolicy.OPEN,
                Posting.NEW_NAME));
    open.repository.put("/.env", "secret");
    open.repository.put("/a.txt", "a");

    assertEquals("application/octet-stream", open.get("/.env").field(FieldName.CONTENT_TYPE));
    assertEquals(
        "attachment; filename=\"a.txt\"", open.get("/a.txt").field(FieldName.CONTENT_DISPOSITION));
  }

  @ParameterizedTest
  @CsvSource({
    "/a.pdf, attachment; filename=\"a.pdf\"",
    "/a.PDF, attachment; filename=\"a.PDF\"",
    "/a.txt, ''",
    "/a.txt?download, attachment; filename=\"a.txt\"",
    "/a.txt?download=, attachment; filename=\"a.txt\"",
    "/a.txt?x=1&download=yes, attachment; filename=\"a.txt\"",
    "/a.txt?downloads, ''",
    "/a.txt?x=download, ''",
    "/docs/?download, attachment; filename=\"index.html\"",
  })
  void offersForDownload(String target, String disposition) {
    for (String path : new String[] {"/a.pdf", "/a.PDF", "/a.txt", "/docs/index.html"}) {
      http.repository.put(path, "content");
    }

    assertEquals(disposition, http.get(target).field(FieldName.CONTENT_DISPOSITION));
  }

  @Test
  void aTimeInTheFutureIsNotSent() {
    http.repository.put("/a.txt", new byte[1], SettableClock.START.plus(Duration.ofDays(99)));

    assertEquals(
        "Mon, 30 Mar 2026 10:02:22 GMT", http.get("/a.txt").field(FieldName.LAST_MODIFIED));
  }

  @Test
  void recordsTheTagOfWhatItFinds() {
    ResourceState state = http.repository.put("/docs/index.html", "docs");

    http.get("/docs/");
    http.get("/docs/", FieldName.IF_NONE_MATCH, state.tag().toString());
    http.get("/missing.txt");

    assertEquals(
        List.of(
            new InMemoryETagStore.Row(
                ResourcePath.of("docs", "index.html"), state.tag(), state.modified())),
        http.etags.rows());
  }

  @Test
  void answersAtOnceWhatIsKnownAndOpensAtOnce() {
    http.repository.put("/a.txt", "hello");

    Decision decision = http.decide("GET", "/a.txt");

    assertEquals("answer", ResourcesFixture.kind(decision));
    assertEquals("hello", ResourcesFixture.run(decision, new byte[0], 1).text());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void asksStorageOnAWorker(boolean known) {
    http.repository.put("/a.txt", "hello");
    AtomicInteger opened = new AtomicInteger();
    http.use(new FrontRepository(http.repository, known, opened::incrementAndGet));

    Decision decision = http.decide("GET", "/a.txt");

    assertEquals("later", ResourcesFixture.kind(decision));
    assertEquals(0, opened.get());
    assertEquals("hello", ResourcesFixture.run(decision, new byte[0], 1).text());
  }

  @Test
  void whatMetadataDecidesIsAnsweredAtOnceEvenIfOpeningWouldWait() {
    ResourceState state = http.repository.put("/a.txt", "hello");
    http.use(new FrontRepository(http.repository, true, () -> {}));

    for (Decision decision :
        new Decision[] {
          http.decide("GET", "/missing.txt"),
          http.decide("GET", "/a.txt", FieldName.IF_NONE_MATCH, state.tag().toString()),
          http.decide("GET", "/a.txt", FieldName.IF_MATCH, "\"other\"")
        }) {
      assertEquals("answer", ResourcesFixture.kind(decision));
    }
  }

  @Test
  void tagAndTimeAreThoseOfWhatWasOpened() {
    http.repository.put("/a.txt", "old");
    Instant later = SettableClock.START.minusSeconds(60);
    http.use(
        new FrontRepository(
            http.repository,
            true,
            () -> http.repository.put("/a.txt", "newer".getBytes(UTF_8), later)));

    Answer answer = http.get("/a.txt");

    assertEquals("newer", answer.text());
    assertEquals(new ResourceState(later, 5).tag().toString(), answer.field(FieldName.ETAG));
    assertEquals("Mon, 30 Mar 2026 10:01:22 GMT", answer.field(FieldName.LAST_MODIFIED));
  }

  @ParameterizedTest
  @CsvSource({
    "If-Match, old, 412",
    "If-Match, next, 412",
    "If-None-Match, old, 304",
    "If-None-Match, next, 304",
    "If-None-Match, other, 200",
  })
  void conditionsHaveToHoldForWhatWasFoundAndForWhatWasOpened(
      String field, String which, int status) {
    ResourceState old = http.repository.put("/a.txt", "old");
    ResourceState next = new ResourceState(SettableClock.START.minusSeconds(1), 5);
    http.use(
        new FrontRepository(
            http.repository,
            true,
            () -> http.repository.put("/a.txt", "newer".getBytes(UTF_8), next.modified())));
    Map<String, String> tags =
        Map.of("old", old.tag().toString(), "next", next.tag().toString(), "other", "\"1-1\"");

    Answer answer = http.get("/a.txt", field, tags.get(which));

    assertEquals(status, answer.code());
    assertEquals(status == 412 ? "" : "Accept-Encoding", answer.field(FieldName.VARY));
  }

  @Test
  void looksAgainIfTheVariantIsGone() {
    http.repository.put("/a.bin", "plain");
    http.repository.put("/a.bin.br", "coded");
    http.use(new FrontRepository(http.repository, true, () -> http.repository.drop("/a.bin.br")));

    Answer answer = http.get("/a.bin", FieldName.ACCEPT_ENCODING, "br");

    assertEquals("plain", answer.text());
    assertFalse(answer.fields().contains(FieldName.CONTENT_ENCODING));
  }

  @Test
  void givesUpOnWhatKeepsVanishing() {
    AtomicInteger lookups = new AtomicInteger();
    http.use(
        new FrontRepository(http.repository, false, () -> http.repository.drop("/a.txt")) {
          @Override
          public Lookup find(ResourcePath path) {
            lookups.incrementAndGet();
            http.repository.put("/a.txt", "here");
            return super.find(path);
          }
        });

    assertEquals(404, http.get("/a.txt").code());
    assertEquals(4, lookups.get());
  }
}
