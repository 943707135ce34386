package org.gatehouse.application.method;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.gatehouse.domain.target.ResourcePath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberedNamesTest {

  @ParameterizedTest
  @CsvSource({
    "report.txt, report(7).txt",
    "archive.tar.gz, archive.tar(7).gz",
    "notes, notes(7)",
    ".env, .env(7)",
    ".env.local, .env(7).local",
    "dot., dot(7).",
    "a(1).txt, a(1)(7).txt",
  })
  void theNumberStandsBeforeTheLastDot(String name, String numbered) {
    assertEquals(
        "/folder/" + numbered,
        NumberedNames.numbered(ResourcePath.of("folder", name), 7).toString());
  }
}
