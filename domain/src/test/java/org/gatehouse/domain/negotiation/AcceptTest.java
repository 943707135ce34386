package org.gatehouse.domain.negotiation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.gatehouse.domain.media.MediaType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        // field | text/html; charset=utf-8 | text/plain; charset=utf-8 | application/json
        "text/html | 1000 | 0 | 0",
        "TEXT/HTML;q=0.5 | 500 | 0 | 0",
        "*/* | 0 | 0 | 0",
        "text/* | 1000 | 1000 | 0",
        "text/*;q=0.3, text/html;q=0.7 | 700 | 300 | 0",
        "text/html;q=0.7, text/*;q=0.3 | 700 | 300 | 0",
        "text/html;q=0, text/* | 0 | 1000 | 0",
        // The example of RFC 9110 §12.5.1
        "text/*;q=0.3, text/plain;q=0.7, text/plain;format=flowed, text/plain;format=fixed;q=0.4, */*;q=0.5"
            + " | 300 | 700 | 0",
        // Parameters: those of the type are more specific, foreign ones less.
        "text/html;charset=utf-8;q=0.9, text/html;q=0.1 | 900 | 0 | 0",
        "text/html;q=0.1, text/html;charset=UTF-8;q=0.9 | 900 | 0 | 0",
        "text/html;level=1;q=0.9, text/html;q=0.1 | 100 | 0 | 0",
        "text/html;level=1;q=0.9 | 900 | 0 | 0",
        "text/html;level=1;q=0.9, text/*;q=0.1 | 900 | 100 | 0",
        "application/json;charset=utf-8 | 0 | 0 | 1000",
        // A browser, curl, a client of an API
        "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8 | 1000 | 0 | 0",
        "application/json, text/plain, */* | 0 | 1000 | 1000",
        "application/problem+json | 0 | 0 | 0",
        "application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.3,*/*;q=0.1"
            + " | 0 | 300 | 0",
        // Noise
        "§§ | 0 | 0 | 0",
        "text | 0 | 0 | 0",
        "text/ | 0 | 0 | 0",
        "*/html | 0 | 0 | 0",
        "text/html;q=2 | 0 | 0 | 0",
        "text/html;q=0.5, text/html;q=0.6 | 500 | 0 | 0",
      })
  void preferences(String field, int html, int text, int json) {
    Accept accept = Accept.of(Optional.of(field));
    assertEquals(html, accept.preferenceFor(MediaType.HTML));
    assertEquals(text, accept.preferenceFor(MediaType.TEXT));
    assertEquals(json, accept.preferenceFor(MediaType.JSON));
  }

  @Test
  void withoutTheFieldNothingIsPreferred() {
    assertEquals(0, Accept.of(Optional.empty()).preferenceFor(MediaType.HTML));
  }
}
