package org.gatehouse.domain.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.message.ContentFraming.Kind;
import org.gatehouse.domain.target.RequestTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadTest {

  @ParameterizedTest
  @CsvSource({
    "1, 0, HTTP/1.0, false",
    "1, 1, HTTP/1.1, true",
    "1, 2, HTTP/1.2, true",
    "1, 9, HTTP/1.9, true",
    "0, 9, HTTP/0.9, false",
    "2, 0, HTTP/2.0, true"
  })
  void versions(int major, int minor, String text, boolean atLeast11) {
    HttpVersion version = HttpVersion.of(major, minor);
    assertEquals(text, version.toString());
    assertEquals(atLeast11, version.isAtLeast11());
    assertEquals(new HttpVersion(major, minor), version);
  }

  @Test
  void theUsualVersionsAreNotMadeAnew() {
    assertSame(HttpVersion.HTTP_1_1, HttpVersion.of(1, 1));
    assertSame(HttpVersion.HTTP_1_0, HttpVersion.of(1, 0));
  }

  @ParameterizedTest
  @CsvSource({"-1, 1", "10, 1", "1, -1", "1, 10"})
  void aVersionIsTwoDigits(int major, int minor) {
    assertThrows(IllegalArgumentException.class, () -> HttpVersion.of(major, minor));
  }

  @Test
  void framingSaysWhetherContentFollows() {
    assertFalse(ContentFraming.NONE.isAnnounced());
    assertFalse(ContentFraming.NONE.hasContent());
    assertTrue(ContentFraming.length(0).isAnnounced());
    assertFalse(ContentFraming.length(0).hasContent());
    assertTrue(ContentFraming.length(1).hasContent());
    assertTrue(ContentFraming.CHUNKED.isAnnounced());
    assertTrue(ContentFraming.CHUNKED.hasContent());
  }

  @Test
  void framingRefusesLengthsThatContradictIt() {
    assertThrows(IllegalArgumentException.class, () -> ContentFraming.length(-1));
    assertThrows(IllegalArgumentException.class, () -> new ContentFraming(Kind.NONE, 1));
    assertThrows(IllegalArgumentException.class, () -> new ContentFraming(Kind.CHUNKED, 1));
  }

  @Test
  void statusCodesAreDistinctAndTellTheirKind() {
    Set<Integer> codes = new HashSet<>();
    for (Status status : Status.values()) {
      assertTrue(codes.add(status.code()), "twice: " + status);
      assertEquals(status.code() >= 400, status.isError());
      assertEquals(status.code() + " " + status.reason(), status.toString());
      boolean without = Set.of(100, 204, 304).contains(status.code());
      assertEquals(!without, status.allowsContent(), status.toString());
    }
    assertEquals("413 Content Too Large", Status.CONTENT_TOO_LARGE.toString());
  }

  @Test
  void headsAreWhole() {
    RequestTarget target = RequestTarget.parse(Method.GET, "/").orElseThrow();
    FieldLines none = FieldLines.empty();
    assertThrows(
        NullPointerException.class,
        () -> new RequestHead("GET", Method.GET, target, HttpVersion.HTTP_1_1, none, null));
    assertThrows(NullPointerException.class, () -> new ResponseHead(Status.OK, null));
    ResponseHead head = new ResponseHead(Status.OK, none);
    assertEquals(FieldLines.of("A", "1"), head.with("A", "1").fields());
    assertEquals(none, head.fields());
  }
}
