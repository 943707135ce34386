package org.gatehouse.application.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import org.gatehouse.application.method.ResourcesFixture.Answer;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.field.FieldName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110 §14. */
class RangeTest {
  private final ResourcesFixture http = new ResourcesFixture();

  @BeforeEach
  void resources() {
    http.repository.put("/a.txt", "0123456789");
    http.repository.put("/empty.txt", "");
    http.clock.advance(Duration.ofHours(1));
  }

  @AfterEach
  void nothingIsLeftOpen() {
    assertEquals(0, http.repository.openRepresentations());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bytes=0-3          | bytes 0-3/10 | 0123",
        "bytes=7-           | bytes 7-9/10 | 789",
        "bytes=-2           | bytes 8-9/10 | 89",
        "bytes=-99          | bytes 0-9/10 | 0123456789",
        "bytes=5-99         | bytes 5-9/10 | 56789",
        "bytes=0-0          | bytes 0-0/10 | 0",
        "bytes=9-9          | bytes 9-9/10 | 9",
        "Bytes=1-2          | bytes 1-2/10 | 12",
        "bytes=1-2, 3-4     | bytes 1-4/10 | 1234",
        "bytes=1-5, 3-7     | bytes 1-7/10 | 1234567",
        "bytes=2-3, 99-     | bytes 2-3/10 | 23",
      })
  void sendsOnePart(String range, String contentRange, String content) {
    Answer answer = http.get("/a.txt", FieldName.RANGE, range);

    assertEquals(206, answer.code());
    assertEquals(
        FieldLines.of(
            "Content-Type", "text/plain; charset=utf-8",
            "ETag", "\"1774864942000000000-10\"",
            "Last-Modified", "Mon, 30 Mar 2026 10:02:22 GMT",
            "Accept-Ranges", "bytes",
            "Vary", "Accept-Encoding",
            "Content-Range", contentRange),
        answer.fields());
    assertEquals(content, answer.text());
    assertEquals(content.length(), answer.length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bytes=3-1",
        "bytes=",
        "bytes=a-b",
        "bytes",
        "bytes 0-3",
        "lines=0-3",
        "bytes=0-3;4",
        "bytes=--1",
        "bytes=1-2,x"
      })
  void ignoresWhatIsMalformed(String range) {
    Answer answer = http.get("/a.txt", FieldName.RANGE, range);

    assertEquals(200, answer.code());
    assertEquals("0123456789", answer.text());
    assertFalse(answer.fields().contains(FieldName.CONTENT_RANGE));
  }

  @Test
  void ignoresAFieldThatStandsTwice() {
    assertEquals(200, http.get("/a.txt", "Range", "bytes=0-1", "Range", "bytes=0-1").code());
  }

  @ParameterizedTest
  @CsvSource({"/a.txt, bytes=10-, 10", "/a.txt, bytes=-0, 10", "/empty.txt, bytes=0-0, 0"})
  void refusesWhatLiesOutside(String target, String range, int length) {
    Answer answer = http.get(target, FieldName.RANGE, range);

    assertEquals(416, answer.code());
    assertEquals("bytes */" + length, answer.field(FieldName.CONTENT_RANGE));
    assertFalse(answer.fields().contains(FieldName.CONTENT_ENCODING));
  }

  @Test
  void sendsSeveralPartsInOneBody() {
    Answer answer = http.get("/a.txt", FieldName.RANGE, "bytes=8-9, 0-1, -5");

    String body =
        """
        --token1\r
        Content-Type: text/plain; charset=utf-8\r
        Content-Range: bytes 5-9/10\r
        \r
        56789\r
        --token1\r
        Content-Type: text/plain; charset=utf-8\r
        Content-Range: bytes 0-1/10\r
        \r
        01\r
        --token1--\r
        """;
    assertEquals(206, answer.code());
    assertEquals("multipart/byteranges; boundary=token1", answer.field(FieldName.CONTENT_TYPE));
    assertFalse(answer.fields().contains(FieldName.CONTENT_RANGE));
    assertEquals(body, answer.text());
    assertEquals(body.length(), answer.length());
  }

  @Test
  void sendsTheWholeInsteadOfMoreThanSixteenParts() {
    http.repository.put("/long.txt", "x".repeat(100));
    StringBuilder range = new StringBuilder("bytes=0-0");
    for (int i = 1; i < 16; i++) {
      range.append(", ").append(2 * i).append('-').append(2 * i);
    }

    assertEquals(206, http.get("/long.txt", FieldName.RANGE, range.toString()).code());
    assertEquals(200, http.get("/long.txt", FieldName.RANGE, range + ", 50-50").code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"1774864942000000000-10\"    | 206",
        "W/\"1774864942000000000-10\"  | 200",
        "\"other\"                     | 200",
        "Mon, 30 Mar 2026 10:02:22 GMT | 206",
        "Mon, 30 Mar 2026 10:02:21 GMT | 200",
        "Mon, 30 Mar 2026 10:02:23 GMT | 200",
        "garbage                       | 200",
      })
  void ifRangeDecides(String ifRange, int status) {
    Answer answer = http.get("/a.txt", "Range", "bytes=0-3", "If-Range", ifRange);

    assertEquals(status, answer.code());
    assertEquals(status == 206 ? "0123" : "0123456789", answer.text());
  }

  @Test
  void anIfRangeThatFailsMakesNo416() {
    assertEquals(200, http.get("/a.txt", "Range", "bytes=99-", "If-Range", "\"x\"").code());
    assertEquals(416, http.get("/a.txt", "Range", "bytes=99-").code());
  }

  @Test
  void aDateOfThisSecondIsNoStrongValidator() {
    http.repository.put("/a.txt", "0123456789");

    assertEquals(
        200,
        http.get("/a.txt", "Range", "bytes=0-3", "If-Range", "Mon, 30 Mar 2026 11:02:22 GMT")
            .code());
  }

  @Test
  void headIgnoresIt() {
    Answer answer = http.head("/a.txt", FieldName.RANGE, "bytes=0-3");

    assertEquals(200, answer.code());
    assertEquals(10, answer.length());
  }
}
