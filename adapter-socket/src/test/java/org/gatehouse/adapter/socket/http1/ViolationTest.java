package org.gatehouse.adapter.socket.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.domain.message.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rule can be broken, and what is then said is fit for a client. */
class ViolationTest {

  @Test
  void everyRuleIsBrokenBySomeVector() {
    Set<String> broken =
        Stream.concat(
                HeadVectors.rows().stream()
                    .filter(HeadVectors.Row::isRefused)
                    .map(HeadVectors.Row::outcome),
                ContentVectors.rows().stream()
                    .filter(ContentVectors.Row::isRefused)
                    .map(ContentVectors.Row::outcome))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> all =
        Arrays.stream(Violation.values())
            .map(Violation::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(all, broken);
  }

  @ParameterizedTest
  @EnumSource
  void eachHasAStatusASectionAndASentence(Violation violation) {
    assertTrue(violation.status().isError());
    assertTrue(violation.section().matches("RFC \\d{4} §[0-9.]+"), violation.section());
    assertTrue(violation.publicText().matches("[A-Z][ -~]{10,80}\\."), violation.publicText());
    assertTrue(violation.closes());
  }

  @Test
  void mostAreBadRequests() {
    Set<Violation> others = EnumSet.noneOf(Violation.class);
    for (Violation violation : Violation.values()) {
      if (violation.status() != Status.BAD_REQUEST) {
        others.add(violation);
      }
    }
    assertEquals(
        EnumSet.of(
            Violation.METHOD_TOO_LONG,
            Violation.TARGET_TOO_LONG,
            Violation.FIELD_SECTION_TOO_LARGE,
            Violation.TOO_MANY_FIELDS,
            Violation.TRAILER_TOO_LARGE,
            Violation.TRANSFER_CODING_UNKNOWN,
            Violation.CONTENT_LENGTH_OVERFLOW,
            Violation.CHUNK_SIZE_TOO_LARGE,
            Violation.CONTENT_TOO_LARGE),
        others);
    assertEquals(Status.NOT_IMPLEMENTED, Violation.METHOD_TOO_LONG.status());
    assertEquals(Status.NOT_IMPLEMENTED, Violation.TRANSFER_CODING_UNKNOWN.status());
    assertEquals(Status.URI_TOO_LONG, Violation.TARGET_TOO_LONG.status());
    assertEquals(
        Status.REQUEST_HEADER_FIELDS_TOO_LARGE, Violation.FIELD_SECTION_TOO_LARGE.status());
    assertEquals(Status.REQUEST_HEADER_FIELDS_TOO_LARGE, Violation.TOO_MANY_FIELDS.status());
    assertEquals(Status.REQUEST_HEADER_FIELDS_TOO_LARGE, Violation.TRAILER_TOO_LARGE.status());
    assertEquals(Status.CONTENT_TOO_LARGE, Violation.CONTENT_LENGTH_OVERFLOW.status());
    assertEquals(Status.CONTENT_TOO_LARGE, Violation.CHUNK_SIZE_TOO_LARGE.status());
    assertEquals(Status.CONTENT_TOO_LARGE, Violation.CONTENT_TOO_LARGE.status());
  }
}
