package org.gatehouse.application.method;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.gatehouse.application.method.ResourcesFixture.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110 §9.3.2: the fields of GET, and nothing else. */
class HeadTest {
  private final ResourcesFixture http = new ResourcesFixture();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/a.txt          | X-None           | -",
        "/a.txt          | Accept-Encoding  | gzip",
        "/a.txt          | Accept-Encoding  | br",
        "/a.txt          | Accept-Encoding  | identity;q=0",
        "/a.txt          | If-None-Match    | *",
        "/a.txt          | If-Match         | \"x\"",
        "/a.txt?download | X-None           | -",
        "/a.pdf          | X-None           | -",
        "/empty.txt      | X-None           | -",
        "/docs           | X-None           | -",
        "/docs/          | Accept-Encoding  | gzip",
        "/missing.txt    | X-None           | -",
        "/locked.txt     | X-None           | -",
        "/a.unknown      | X-None           | -",
      })
  void equalsGetButForTheContent(String target, String field, String value) {
    for (String path : new String[] {"/a.txt", "/a.pdf", "/docs/index.html", "/locked.txt"}) {
      http.repository.put(path, "content ".repeat(100));
    }
    http.repository.put("/a.txt.br", "brotli");
    http.repository.put("/a.unknown", "?");
    http.repository.put("/empty.txt", "");
    http.repository.deny("/locked.txt");

    Answer get = http.get(target, field, value);
    Answer head = http.head(target, field, value);

    assertEquals(get.status(), head.status());
    assertEquals(get.fields(), head.fields());
    assertEquals(get.length(), head.length());
    assertEquals(get.length(), get.content().length);
    assertEquals(0, head.content().length);
    assertEquals(0, http.repository.openRepresentations());
  }
}
