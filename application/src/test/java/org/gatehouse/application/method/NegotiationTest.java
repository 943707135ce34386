package org.gatehouse.application.method;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.gatehouse.application.fake.SettableClock;
import org.gatehouse.application.method.ResourcesFixture.Answer;
import org.gatehouse.domain.field.FieldName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110 §8.4, §12.5.3, §12.5.5. */
class NegotiationTest {
  private static final String LONG = "compress me ".repeat(50);

  private final ResourcesFixture http = new ResourcesFixture();

  @BeforeEach
  void resources() {
    http.repository.put("/all.txt", LONG);
    http.repository.put("/all.txt.br", "as br");
    http.repository.put("/all.txt.zst", "as zst");
    http.repository.put("/all.txt.gz", "as gz");
    http.repository.put("/made.svg", LONG);
    http.repository.put("/short.txt", "short");
    http.repository.put("/plain.png", LONG);
    http.repository.put("/beside.png", LONG);
    http.repository.put("/beside.png.gz", "as gz");
    http.repository.put("/stale.png", LONG);
    http.repository.put("/stale.png.gz", "old".getBytes(UTF_8), SettableClock.START.minusNanos(1));
  }

  @AfterEach
  void nothingIsLeftOpen() {
    assertEquals(0, http.repository.openRepresentations());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // target | Accept-Encoding, - for absent | coding sent, 406 for none | Vary
        "/all.txt    | -                        |      | yes",
        "/all.txt    | ''                       |      | yes",
        "/all.txt    | gzip                     | gzip | yes",
        "/all.txt    | x-gzip                   | gzip | yes",
        "/all.txt    | gzip, deflate, br, zstd  | br   | yes",
        "/all.txt    | gzip, zstd               | zstd | yes",
        "/all.txt    | br;q=0.1, gzip           | gzip | yes",
        "/all.txt    | GZIP                     | gzip | yes",
        "/all.txt    | *                        | br   | yes",
        "/all.txt    | br;q=0, *                | zstd | yes",
        "/all.txt    | deflate                  |      | yes",
        "/all.txt    | identity                 |      | yes",
        "/all.txt    | gzip;q=0.5, identity     |      | yes",
        "/all.txt    | identity;q=0, gzip       | gzip | yes",
        "/all.txt    | identity;q=0             | 406  | yes",
        "/all.txt    | *;q=0                    | 406  | yes",
        "/all.txt    | *;q=0, br                | br   | yes",
        "/made.svg   | gzip                     | gzip | yes",
        "/made.svg   | br                       |      | yes",
        "/made.svg   | br, identity;q=0         | 406  | yes",
        "/short.txt  | gzip                     |      | yes",
        "/short.txt  | identity;q=0, gzip       | 406  | yes",
        "/plain.png  | gzip                     |      | no",
        "/plain.png  | gzip, identity;q=0       | 406  | yes",
        "/beside.png | gzip                     | gzip | yes",
        "/beside.png | -                        |      | yes",
        "/stale.png  | gzip                     |      | no",
      })
  void choosesAVariant(String target, String accepted, String coding, String vary) {
    String[] fields =
        accepted.equals("-") ? new String[0] : new String[] {"Accept-Encoding", accepted};

    Answer answer = http.get(target, fields);

    boolean refused = "406".equals(coding);
    assertEquals(refused ? 406 : 200, answer.code());
    assertEquals(refused || coding == null ? "" : coding, answer.field(FieldName.CONTENT_ENCODING));
    assertEquals(vary.equals("yes") ? "Accept-Encoding" : "", answer.field(FieldName.VARY));
    if (!refused) {
      assertEquals(answer.content().length, answer.length());
    }
  }

  @Test
  void everyVariantHasItsOwnTagAndTheTypeOfThePlainOne() {
    Set<String> tags = new HashSet<>();
    for (String coding : new String[] {"identity", "gzip", "zstd", "br"}) {
      Answer answer = http.get("/all.txt", FieldName.ACCEPT_ENCODING, coding);
      tags.add(answer.field(FieldName.ETAG));
      assertEquals("text/plain; charset=utf-8", answer.field(FieldName.CONTENT_TYPE));
    }
    assertEquals(4, tags.size());
  }

  @Test
  void aSidecarIsAlsoAResource() {
    Answer answer = http.get("/all.txt.gz");

    assertEquals("application/gzip", answer.field(FieldName.CONTENT_TYPE));
    assertFalse(answer.fields().contains(FieldName.CONTENT_ENCODING));
    assertEquals("as gz", answer.text());
  }

  @Test
  void whatIsGeneratedIsThePlainContentCoded() throws IOException {
    Answer answer = http.get("/made.svg", FieldName.ACCEPT_ENCODING, "gzip");

    byte[] decoded = new GZIPInputStream(new ByteArrayInputStream(answer.content())).readAllBytes();
    assertArrayEquals(LONG.getBytes(UTF_8), decoded);
  }

  @Test
  void aNotModifiedVariantSaysVaryAndItsOwnTag() {
    String plain = http.get("/all.txt").field(FieldName.ETAG);
    String coded = http.get("/all.txt", "Accept-Encoding", "gzip").field(FieldName.ETAG);
    assertNotEquals(plain, coded);

    Answer same = http.get("/all.txt", "Accept-Encoding", "gzip", "If-None-Match", coded);
    Answer other = http.get("/all.txt", "Accept-Encoding", "gzip", "If-None-Match", plain);

    assertEquals(304, same.code());
    assertEquals("Accept-Encoding", same.field(FieldName.VARY));
    assertEquals(coded, same.field(FieldName.ETAG));
    assertEquals(200, other.code());
  }

  @Test
  void aRangeIsCutFromThePlainVariant() {
    Answer answer = http.get("/all.txt", "Accept-Encoding", "gzip, br", "Range", "bytes=0-7");

    assertEquals(206, answer.code());
    assertEquals("compress", answer.text());
    assertFalse(answer.fields().contains(FieldName.CONTENT_ENCODING));
    assertEquals("Accept-Encoding", answer.field(FieldName.VARY));
    assertEquals(
        406,
        http.get("/all.txt", "Accept-Encoding", "br, identity;q=0", "Range", "bytes=0-7").code());
  }

  @Test
  void headPaysNoHeedToARange() {
    Answer answer = http.head("/all.txt", "Accept-Encoding", "br", "Range", "bytes=0-7");

    assertEquals(200, answer.code());
    assertEquals("br", answer.field(FieldName.CONTENT_ENCODING));
  }

  @Test
  void afterAPutNoSidecarStandsForTheNewContent() {
    Instant later = SettableClock.START.plusSeconds(5);
    http.repository.put("/beside.png.gz", "as gz".getBytes(UTF_8), later);

    http.put("/beside.png", "new content");

    Answer answer = http.get("/beside.png", "Accept-Encoding", "gzip");

    assertEquals("new content", answer.text());
    assertFalse(answer.fields().contains(FieldName.CONTENT_ENCODING));
  }
}
