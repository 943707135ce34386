package org.gatehouse.application.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.gatehouse.application.fake.InMemoryETagStore;
import org.gatehouse.application.method.ResourcesFixture.Answer;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.out.Lookup;
import org.gatehouse.application.port.out.ResourceState;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.target.ResourcePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110 §9.3.4, §13, §14.5, §8.4. */
class PutTest {
  private final ResourcesFixture http = new ResourcesFixture();

  @AfterEach
  void nothingIsLeftOpen() {
    assertEquals(0, http.repository.openUploads());
  }

  @Test
  void makesAResourceAndTheFoldersAboveIt() {
    Answer answer = http.put("/new/deep/a.txt", "hello");

    assertEquals(201, answer.code());
    assertEquals(
        FieldLines.of(
            "Content-Type", "text/plain; charset=utf-8",
            "Location", "/new/deep/a.txt",
            "ETag", "\"1774864942000000000-5\""),
        answer.fields());
    assertEquals("created /new/deep/a.txt\n", answer.text());
    assertEquals(Optional.of("hello"), http.repository.text("/new/deep/a.txt"));
  }

  @Test
  void replacesAResourceUnderANewTag() {
    http.put("/a.txt", "hello");

    Answer answer = http.put("/a.txt", "other");

    assertEquals(200, answer.code());
    assertEquals(
        FieldLines.of(
            "Content-Type", "text/plain; charset=utf-8",
            "ETag", "\"1774864942000000001-5\""),
        answer.fields());
    assertEquals("replaced /a.txt\n", answer.text());
    assertEquals(Optional.of("other"), http.repository.text("/a.txt"));
    assertEquals(answer.field("ETag"), http.get("/a.txt").field("ETag"));
  }

  @Test
  void keepsEmptyContentToo() {
    assertEquals(201, http.put("/a.txt", "").code());
    assertEquals(Optional.of(""), http.repository.text("/a.txt"));
  }

  @Test
  void encodesTheLocation() {
    assertEquals(
        "/%D0%B4%20%25%3F.txt", http.put("/%D0%B4%20%25%3F.txt", "x").field(FieldName.LOCATION));
    assertTrue(http.repository.paths().contains("/д %?.txt"));
  }

  @ParameterizedTest
  @CsvSource({
    "/folder, 409",
    "/folder/, 409",
    "/new/, 409",
    "/, 409",
    "/a.txt/, 409",
    "/a.txt/b.txt, 409",
    "/a.txt/b/c.txt, 409",
    "/folder//b.txt, 400",
    "/b%2Fc.txt, 400",
    "/b%5Cc.txt, 400",
    "/.env, 403",
    "/.git/config, 403",
    "/.well-known/a.txt, 201",
    "/locked.txt, 403",
    "/vault/new.txt, 403",
    "/tool.unknown, 201",
    "/a.txt, 200",
  })
  void storesOrRefuses(String target, int status) {
    http.repository.put("/a.txt", "a");
    http.repository.put("/locked.txt", "a");
    http.repository.protect("/locked.txt");
    http.repository.makeFolder("/vault");
    http.repository.protect("/vault");
    http.repository.makeFolder("/folder");

    Answer answer = http.put(target, "content");

    assertEquals(status, answer.code());
    assertEquals(status < 300, answer.received());
    assertEquals(status < 300 ? 1 : 0, http.repository.staged());
  }

  @Test
  void refusesANameThatStorageCannotKeep() {
    Answer answer = http.put("/" + "x".repeat(256), "content");

    assertEquals(400, answer.code());
    assertFalse(answer.received());
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, Content-Range, bytes 0-1/2, 400",
    "PUT, Content-Encoding, gzip, 415",
    "POST, Content-Range, bytes 0-1/2, 400",
    "POST, Content-Encoding, br, 415",
  })
  void refusesContentThatIsNotTheWholePlainOne(
      String method, String field, String value, int status) {
    for (String target : new String[] {"/a.txt", "/folder/"}) {
      if (method.equals("POST") || !target.endsWith("/")) {
        Answer answer = http.send(method, target, "content", field, value);

        assertEquals(status, answer.code());
        assertFalse(answer.received());
        assertEquals(0, http.repository.staged());
      }
    }
  }

  @Test
  void aRefusalForCodedContentSaysWhatIsTaken() {
    Answer answer = http.put("/a.txt", "content", "Content-Encoding", "gzip");

    assertEquals("identity", answer.field(FieldName.ACCEPT_ENCODING));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // field | value | status where the resource is | where it is not
        "If-Match            | TAG      | 200 | 412",
        "If-Match            | GZIP     | 200 | 412",
        "If-Match            | *        | 200 | 412",
        "If-Match            | W/TAG    | 412 | 412",
        "If-Match            | \"x\"    | 412 | 412",
        "If-None-Match       | *        | 412 | 201",
        "If-None-Match       | TAG      | 412 | 201",
        "If-None-Match       | GZIP     | 412 | 201",
        "If-None-Match       | W/TAG    | 412 | 201",
        "If-None-Match       | \"x\"    | 200 | 201",
        "If-None-Match       | garbage  | 412 | 412",
        "If-Unmodified-Since | Mon, 30 Mar 2026 10:02:22 GMT | 200 | 412",
        "If-Unmodified-Since | Mon, 30 Mar 2026 10:02:21 GMT | 412 | 412",
        "If-Unmodified-Since | garbage  | 200 | 201",
        "If-Modified-Since   | Mon, 30 Mar 2026 10:02:22 GMT | 200 | 201",
      })
  void heedsPreconditionsBeforeItAsksForContent(
      String field, String value, int where, int whereNot) {
    String tag = http.repository.put("/a.txt", "a".repeat(300)).tag().toString();
    String sent = value.replace("TAG", tag).replace("GZIP", tag.replaceFirst("\"$", "-gzip\""));

    Answer there = http.put("/a.txt", "content", field, sent);
    Answer notThere = http.put("/b.txt", "content", field, sent);

    assertEquals(where, there.code());
    assertEquals(whereNot, notThere.code());
    assertEquals(where != 412, there.received());
    assertEquals(whereNot != 412, notThere.received());
    assertEquals(where != 412, http.repository.text("/a.txt").equals(Optional.of("content")));
    assertEquals(whereNot != 412, http.repository.paths().contains("/b.txt"));
  }

  @Test
  void ifMatchComesBeforeIfUnmodifiedSince() {
    String tag = http.repository.put("/a.txt", "a").tag().toString();
    String past = "Mon, 30 Mar 2020 10:02:21 GMT";

    assertEquals(200, http.put("/a.txt", "b", "If-Match", tag, "If-Unmodified-Since", past).code());
  }

  @Test
  void aStateThatCannotBeSeenMeetsNoCondition() {
    http.use(
        new FrontRepository(http.repository, true, () -> {}) {
          @Override
          public Lookup find(ResourcePath path) {
            return Lookup.absent(Lookup.Absence.DENIED);
          }
        });

    assertEquals(403, http.put("/a.txt", "b", "If-None-Match", "\"x\"").code());
    assertEquals(201, http.put("/a.txt", "b").code());
  }

  @ParameterizedTest
  @CsvSource({"/new/", "/.env", "/a//b", "/"})
  void whatThePathAloneDecidesIsAnsweredAtOnce(String target) {
    assertEquals("answer", ResourcesFixture.kind(http.decide("PUT", target)));
  }

  @Test
  void heedsPreconditionsAgainAtTheCommit() {
    String tag = http.repository.put("/a.txt", "a").tag().toString();
    Decision asked = waiting(http.decide("PUT", "/a.txt", "If-Match", tag));

    http.put("/a.txt", "faster");
    Answer answer = ResourcesFixture.run(asked, "slower".getBytes(), 2);

    assertEquals(412, answer.code());
    assertTrue(answer.received());
    assertEquals(Optional.of("faster"), http.repository.text("/a.txt"));
  }

  @Test
  void heedsObstaclesAgainAtTheCommit() {
    Decision asked = waiting(http.decide("PUT", "/a.txt"));

    http.repository.makeFolder("/a.txt");

    assertEquals(409, ResourcesFixture.run(asked, "content".getBytes(), 9).code());
  }

  /** Runs what needs storage, up to the point where content is asked for. */
  private static Decision waiting(Decision first) {
    assertEquals("later", ResourcesFixture.kind(first));
    Decision second =
        first.<Decision>match(answer -> answer, later -> later.work().get(), receive -> receive);
    assertEquals("receive", ResourcesFixture.kind(second));
    return second;
  }

  @Test
  void contentThatNeverEndsLeavesNothing() {
    Decision asked = waiting(http.decide("PUT", "/a.txt"));

    asked.<Void>match(
        answer -> null,
        later -> null,
        receive -> {
          receive.receiver().accept(ByteBuffer.wrap(new byte[9]));
          receive.receiver().abort();
          return null;
        });

    assertTrue(http.repository.paths().isEmpty());
    assertEquals(0, http.repository.openUploads());
  }

  @Test
  void recordsWhatWasThereAndWhatIsThereNow() {
    ResourceState old = http.repository.put("/a.txt", "old");

    http.put("/a.txt", "new content");

    ResourceState now = new ResourceState(old.modified().plusNanos(1), 11);
    ResourcePath path = ResourcePath.of("a.txt");
    assertEquals(
        List.of(
            new InMemoryETagStore.Row(path, old.tag(), old.modified()),
            new InMemoryETagStore.Row(path, now.tag(), now.modified())),
        http.etags.rows());
  }
}
