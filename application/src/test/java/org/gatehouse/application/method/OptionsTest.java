package org.gatehouse.application.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.gatehouse.application.method.ResourceSettings.Posting;
import org.gatehouse.application.method.ResourcesFixture.Answer;
import org.gatehouse.application.route.WritePolicy;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.media.MediaTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110 §9.3.7, §10.2.1. */
class OptionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OPEN          | *            | GET, HEAD, POST, PUT, DELETE, OPTIONS",
        "OPEN          | /missing.txt | GET, HEAD, POST, PUT, DELETE, OPTIONS",
        "AUTHENTICATED | /            | GET, HEAD, POST, PUT, DELETE, OPTIONS",
        "OFF           | *            | GET, HEAD, OPTIONS",
        "OFF           | /a.txt       | GET, HEAD, OPTIONS",
      })
  void tellsTheMethods(WritePolicy writes, String target, String allow) {
    ResourcesFixture http =
        new ResourcesFixture(
            new ResourceSettings(MediaTypes.broad(), Set.of(), false, writes, Posting.NEW_NAME));

    Answer answer = http.send("OPTIONS", target, "");

    assertEquals(204, answer.code());
    assertEquals(FieldLines.of("Allow", allow), answer.fields());
    assertEquals(0, answer.length());
  }

  @Test
  void anotherMethodIsTheCallersError() {
    ResourcesFixture http = new ResourcesFixture();

    assertThrows(IllegalArgumentException.class, () -> http.decide("PATCH", "/a.txt"));
  }
}
