package org.gatehouse.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.gatehouse.domain.conditional.EntityTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ETagRowTest {
  private static final Instant TIME = Instant.parse("2026-03-30T10:02:22Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/a.html      | \"\"\"7-5\"\"\",/a.html,2026-03-30T10:02:22.000000000Z",
        "/a,b         | \"\"\"7-5\"\"\",\"/a,b\",2026-03-30T10:02:22.000000000Z",
        "/say \"hi\"  | \"\"\"7-5\"\"\",\"/say \"\"hi\"\"\",2026-03-30T10:02:22.000000000Z",
        "/ü€😀/       | \"\"\"7-5\"\"\",/ü€😀/,2026-03-30T10:02:22.000000000Z",
      })
  void aRowIsRfc4180(String path, String line) {
    ETagRow row = new ETagRow(new EntityTag(false, "7-5"), path, TIME);
    assertEquals(line, row.line());
    assertEquals(Optional.of(row), ETagRow.parse(line));
  }

  @Test
  void theFloorIsARowOfItsOwn() {
    ETagRow row = ETagRow.forgotten(TIME.plusNanos(1));
    assertEquals("\"\"\"forgotten\"\"\",*,2026-03-30T10:02:22.000000001Z", row.line());
    assertEquals(Optional.of(row), ETagRow.parse(row.line()));
  }

  @Test
  void weakTagsAndShorterTimesCanBeRead() {
    ETagRow row = new ETagRow(new EntityTag(true, "a,b"), "/x", TIME);
    assertEquals(Optional.of(row), ETagRow.parse("\"W/\"\"a,b\"\"\",/x,2026-03-30T10:02:22Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        ",,",
        "garbage",
        "E-Tag,resource,last modified",
        "\"\"\"1-2\"\"\",/a",
        "\"\"\"1-2\"\"\",/a,2026-03-30T10:02:22Z,",
        "\"\"\"1-2\"\"\",/a,2026-03-30T10:02:22Z,more",
        "\"\"\"1-2\"\"\",a,2026-03-30T10:02:22Z",
        "\"\"\"1-2\"\"\",,2026-03-30T10:02:22Z",
        "\"\"\"1-2\"\"\",**,2026-03-30T10:02:22Z",
        "\"\"\"1-2\"\"\",/a\u0000,2026-03-30T10:02:22Z",
        "\"\"\"1-2\"\"\",/a\tb,2026-03-30T10:02:22Z",
        "\"\"\"1-2\"\"\",\"/a\nb\",2026-03-30T10:02:22Z",
        "\"\"\"1-2\"\"\",/a,yesterday",
        "\"\"\"1-2\"\"\",/a,2026-03-30",
        "\"\"\"1-2\"\"\",/a,2026-03-30T10:02:22",
        "\"\"\"1-2\"\"\",/a,2026-02-30T10:02:22Z",
        "\"\"\"1-2\"\"\",/a,",
        "1-2,/a,2026-03-30T10:02:22Z",
        "\"1-2\",/a,2026-03-30T10:02:22Z",
        "\"\"\"1 2\"\"\",/a,2026-03-30T10:02:22Z",
        "\"\"\"1-2\"\"\"x,/a,2026-03-30T10:02:22Z",
        "\"\"\"1-2,/a,2026-03-30T10:02:22Z",
        "\u0000\u0000\u0000\u0000",
      })
  void anythingElseIsNoRow(String line) {
    assertEquals(Optional.empty(), ETagRow.parse(line));
  }
}
