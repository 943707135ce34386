package org.gatehouse.application.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.gatehouse.application.fake.InMemoryResourceRepository.Step;
import org.gatehouse.application.method.ResourcesFixture.Answer;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.domain.field.FieldLines;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110 §13.1 and the order of §13.2.2, for GET and HEAD. */
class ConditionalGetTest {
  private static final String BEFORE = "Mon, 30 Mar 2026 10:02:21 GMT";
  private static final String SAME = "Mon, 30 Mar 2026 10:02:22 GMT";
  private static final String AFTER = "Mon, 30 Mar 2026 10:02:23 GMT";

  private final ResourcesFixture http = new ResourcesFixture();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // If-Match | If-Unmodified-Since | If-None-Match | If-Modified-Since | status
        "TAG         |        |               |        | 200",
        "GZIP        |        |               |        | 200",
        "*           |        |               |        | 200",
        "\"x\", TAG  |        |               |        | 200",
        "\"x\"       |        |               |        | 412",
        "W/TAG       |        |               |        | 412",
        "garbage     |        |               |        | 412",
        "            | SAME   |               |        | 200",
        "            | AFTER  |               |        | 200",
        "            | BEFORE |               |        | 412",
        "            | no day |               |        | 200",
        "TAG         | BEFORE |               |        | 200",
        "\"x\"       | AFTER  |               |        | 412",
        "            |        | TAG           |        | 304",
        "            |        | W/TAG         |        | 304",
        "            |        | \"x\", W/TAG  |        | 304",
        "            |        | *             |        | 304",
        "            |        | \"x\"         |        | 200",
        "            |        | GZIP          |        | 200",
        "            |        | garbage       |        | 200",
        "            |        |               | SAME   | 304",
        "            |        |               | AFTER  | 304",
        "            |        |               | BEFORE | 200",
        "            |        |               | no day | 200",
        "            |        | \"x\"         | SAME   | 200",
        "            |        | TAG           | BEFORE | 304",
        "TAG         |        | TAG           |        | 304",
        "\"x\"       |        | TAG           |        | 412",
        "            | BEFORE | TAG           |        | 412",
        "            | SAME   |               | SAME   | 304",
        "\"x\"       | AFTER  | \"x\"         | BEFORE | 412",
      })
  void evaluatesInOrder(
      String match, String unmodified, String noneMatch, String modified, int status) {
    http.repository.put("/a.txt", "content ".repeat(50));
    List<String> fields = new ArrayList<>();
    add(fields, "If-Match", match);
    add(fields, "If-Unmodified-Since", unmodified);
    add(fields, "If-None-Match", noneMatch);
    add(fields, "If-Modified-Since", modified);
    int opened = http.repository.opened();
    if (status != 200) {
      // The proof that content is not needed: it cannot be had.
      http.repository.failAt(Step.OPEN, StorageFailure.Kind.BROKEN);
    }

    Answer answer = http.get("/a.txt", fields.toArray(String[]::new));
    Answer head = http.head("/a.txt", fields.toArray(String[]::new));

    assertEquals(status, answer.code());
    assertEquals(status, head.code());
    assertEquals(status == 200 ? 2 : 0, http.repository.opened() - opened);
    assertEquals(0, http.repository.openRepresentations());
    if (status == 304) {
      assertEquals(FieldLines.of("ETag", tag(), "Vary", "Accept-Encoding"), answer.fields());
      assertEquals(0, answer.length());
    }
  }

  private void add(List<String> fields, String name, String value) {
    if (value != null) {
      fields.add(name);
      fields.add(
          value
              .replace("TAG", tag())
              .replace("GZIP", tag().replaceFirst("\"$", "-gzip\""))
              .replace("SAME", SAME)
              .replace("AFTER", AFTER)
              .replace("BEFORE", BEFORE));
    }
  }

  private static String tag() {
    return "\"1774864942000000000-400\"";
  }

  @ParameterizedTest
  @CsvSource({
    "/missing.txt, 404",
    "/locked.txt, 403",
    "/a.unknown, 415",
    "/folder, 301",
  })
  void doNotConcernWhatWouldFailAnyway(String target, int status) {
    http.repository.put("/a.unknown", "a");
    http.repository.put("/locked.txt", "a");
    http.repository.deny("/locked.txt");
    http.repository.makeFolder("/folder");

    assertEquals(status, http.get(target, "If-Match", "\"x\"").code());
    assertEquals(status, http.get(target, "If-None-Match", "*").code());
  }

  @ParameterizedTest
  @CsvSource({"If-Match, \"x\", 412", "If-None-Match, *, 304"})
  void comeBeforeTheRange(String field, String value, int status) {
    http.repository.put("/a.txt", "content");
    http.repository.failAt(Step.OPEN, StorageFailure.Kind.BROKEN);

    assertEquals(status, http.get("/a.txt", field, value, "Range", "bytes=100-").code());
    assertTrue(http.repository.opened() == 0);
  }
}
