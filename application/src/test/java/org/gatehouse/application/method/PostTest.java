package org.gatehouse.application.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.Optional;
import org.gatehouse.application.method.ResourcesFixture.Answer;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.target.ResourcePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** POST to a path and to a folder; forms have their own test. */
class PostTest {
  private final ResourcesFixture http = new ResourcesFixture();

  @AfterEach
  void nothingIsLeftOpen() {
    assertEquals(0, http.repository.openUploads());
  }

  @Test
  void makesAResourceUnderANewName() {
    Answer answer = http.post("/new/a.txt", "hello");

    assertEquals(201, answer.code());
    assertEquals(
        FieldLines.of(
            "Content-Type", "text/plain; charset=utf-8",
            "Location", "/new/a.txt",
            "ETag", "\"1774864942000000000-5\""),
        answer.fields());
    assertEquals(Optional.of("hello"), http.repository.text("/new/a.txt"));
  }

  @Test
  void recordsTheTagOfWhatItMade() {
    http.post("/new/a.txt", "hello");

    Instant modified = Instant.ofEpochSecond(1_774_864_942);
    assertEquals(Optional.of(modified), http.etags.lastKnown(ResourcePath.of("new", "a.txt")));
  }

  @ParameterizedTest
  @CsvSource({
    "/report.txt, /report(1).txt, /report(2).txt",
    "/archive.tar.gz, /archive.tar(1).gz, /archive.tar(2).gz",
    "/notes, /notes(1), /notes(2)",
    "/a/b.c/notes, /a/b.c/notes(1), /a/b.c/notes(2)",
    "/with%20space.txt, /with%20space(1).txt, /with%20space(2).txt",
    "/%D0%B4.txt, /%D0%B4(1).txt, /%D0%B4(2).txt",
  })
  void numbersWhatIsTaken(String target, String first, String second) {
    http.post(target, "original");

    assertEquals(first, http.post(target, "one").field(FieldName.LOCATION));
    assertEquals(second, http.post(target, "two").field(FieldName.LOCATION));
    assertEquals("one", text(first));
    assertEquals("two", text(second));
    assertEquals("original", text(target));
  }

  private String text(String target) {
    String path = http.request("GET", target).path().toString();
    return http.repository.text(path).orElseThrow();
  }

  @Test
  void skipsAFolderThatHasTheNumberedName() {
    http.repository.put("/a.txt", "original");
    http.repository.makeFolder("/a(1).txt");

    assertEquals("/a(2).txt", http.post("/a.txt", "x").field(FieldName.LOCATION));
  }

  @ParameterizedTest
  @CsvSource({
    "/folder, 409",
    "/a.txt/, 409",
    "/a.txt/b.txt, 409",
    "/a.txt/b/, 409",
    "/folder//b.txt, 400",
    "/folder//, 400",
    "/b%2Fc.txt, 400",
    "/.env, 403",
    "/.hidden/, 403",
    "/vault/new.txt, 403",
    "/vault/, 403",
    "/folder/, 201",
    "/new/, 201",
    "/, 201",
    "/a.txt, 201",
  })
  void storesOrRefuses(String target, int status) {
    http.repository.put("/a.txt", "a");
    http.repository.makeFolder("/folder");
    http.repository.makeFolder("/vault");
    http.repository.protect("/vault");

    Answer answer = http.post(target, "content");

    assertEquals(status, answer.code());
    assertEquals(status == 201, answer.received());
    assertEquals(status == 201 ? 1 : 0, http.repository.staged());
  }

  @Test
  void aNumberThatMakesTheNameTooLongIsAConflict() {
    String name = "/" + "x".repeat(255);

    assertEquals(201, http.post(name, "one").code());
    assertEquals(409, http.post(name, "two").code());
  }

  @Test
  void givesUpAfterTenThousandNames() {
    http.repository.put("/a", "original");
    for (int number = 1; number <= 9_999; number++) {
      http.repository.put("/a(" + number + ")", "copy");
    }

    assertEquals("/a(10000)", http.post("/a", "last").field(FieldName.LOCATION));
    assertEquals(409, http.post("/a", "one too many").code());
    assertEquals(10_001, http.repository.paths().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html; charset=utf-8          | html",
        "TEXT/PLAIN                        | txt",
        "application/json                  | json",
        "image/jpeg                        | jpg",
        "video/mp4                         | mp4",
        "application/octet-stream          | bin",
        "application/x-www-form-urlencoded | bin",
        "garbage                           | bin",
        "-                                 | bin",
      })
  void toAFolderGivesAName(String type, String extension) {
    String[] fields = type.equals("-") ? new String[0] : new String[] {"Content-Type", type};

    Answer answer = http.post("/in/", "content", fields);

    String location = "/in/20260330T100222Z-token1." + extension;
    assertEquals(201, answer.code());
    assertEquals(location, answer.field(FieldName.LOCATION));
    assertEquals("content", http.get(location).text());
  }

  @Test
  void aGeneratedNameThatIsTakenIsNumbered() {
    http.repository.put("/20260330T100222Z-token1.bin", "taken");

    assertEquals(
        "/20260330T100222Z-token1(1).bin", http.post("/", "content").field(FieldName.LOCATION));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // target | field | value | status; there is /a.txt and /docs/index.html
        "/a.txt     | If-None-Match | *      | 412",
        "/b.txt     | If-None-Match | *      | 201",
        "/a.txt     | If-Match      | *      | 201",
        "/b.txt     | If-Match      | *      | 412",
        "/a.txt     | If-Match      | \"x\"  | 412",
        "/docs/     | If-None-Match | *      | 412",
        "/docs/     | If-Match      | *      | 201",
        "/docs/     | If-Match      | \"x\"  | 412",
        "/other/    | If-Match      | *      | 412",
        "/other/    | If-None-Match | *      | 201",
      })
  void preconditionsSpeakOfTheTarget(String target, String field, String value, int status) {
    http.repository.put("/a.txt", "a");
    http.repository.put("/docs/index.html", "docs");

    Answer answer = http.post(target, "content", field, value);

    assertEquals(status, answer.code());
    assertEquals(status == 201, answer.received());
  }

  @ParameterizedTest
  @CsvSource({"/a.txt, /a.txt", "/docs/, /docs/index.html"})
  void preconditionsAreHeededAgainAtTheCommit(String target, String made) {
    Decision first = http.decide("POST", target, "If-None-Match", "*");
    Decision asked =
        first.<Decision>match(answer -> answer, later -> later.work().get(), receive -> receive);

    http.repository.put(made, "meanwhile");

    assertEquals(412, ResourcesFixture.run(asked, "late".getBytes(), 4).code());
    assertEquals(1, http.repository.paths().size());
  }

  @Test
  void aFormSentToAPathIsContentLikeAnyOther() {
    Answer answer =
        http.post("/a.txt", "--b\r\n...", "Content-Type", "multipart/form-data; boundary=b");

    assertEquals("/a.txt", answer.field(FieldName.LOCATION));
    assertEquals(Optional.of("--b\r\n..."), http.repository.text("/a.txt"));
    assertFalse(answer.text().contains("files"));
  }
}
