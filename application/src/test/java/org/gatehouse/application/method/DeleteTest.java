package org.gatehouse.application.method;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.gatehouse.application.method.ResourcesFixture.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110 §9.3.5. */
class DeleteTest {
  private final ResourcesFixture http = new ResourcesFixture();

  @BeforeEach
  void resources() {
    http.repository.put("/a.txt", "a");
    http.repository.put("/locked.txt", "a");
    http.repository.protect("/locked.txt");
    http.repository.put("/.env", "a");
    http.repository.put("/folder/b.txt", "b");
    http.repository.put("/dark/c.txt", "c");
    http.repository.deny("/dark");
  }

  @ParameterizedTest
  @CsvSource({
    "/a.txt, 200",
    "/folder/b.txt, 200",
    "/missing.txt, 404",
    "/missing/, 404",
    "/missing/a.txt, 404",
    "/locked.txt, 403",
    "/dark/c.txt, 403",
    "/.env, 403",
    "/folder, 409",
    "/folder/, 409",
    "/, 409",
    "/a.txt/b.txt, 409",
    "/a.txt/, 400",
    "/folder//b.txt, 400",
    "/a%2Ftxt, 400",
  })
  void removesOrRefuses(String target, int status) {
    int before = http.repository.paths().size();

    Answer answer = http.delete(target);

    assertEquals(status, answer.code());
    assertEquals(status == 200 ? before - 1 : before, http.repository.paths().size());
    assertEquals(status == 200 ? "deleted " + target + "\n" : answer.text(), answer.text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "If-Match            | TAG                           | 200",
        "If-Match            | \"x\"                         | 412",
        "If-None-Match       | *                             | 412",
        "If-Unmodified-Since | Mon, 30 Mar 2026 10:02:21 GMT | 412",
      })
  void heedsPreconditions(String field, String value, int status) {
    String tag = http.get("/a.txt").field("ETag");

    assertEquals(status, http.delete("/a.txt", field, value.replace("TAG", tag)).code());
    assertEquals(status != 200, http.repository.paths().contains("/a.txt"));
  }

  @Test
  void whatIsNotThereIsMissingWhateverTheCondition() {
    assertEquals(404, http.delete("/missing.txt", "If-Match", "*").code());
  }

  @Test
  void whatComesAfterNeverHasAnOldTag() {
    String first = http.get("/a.txt").field("ETag");
    http.delete("/a.txt");

    String second = http.put("/a.txt", "b").field("ETag");
    http.delete("/a.txt");
    String third = http.put("/a.txt", "c").field("ETag");

    assertEquals(3, Set.of(first, second, third).size());
  }
}
