package org.gatehouse.domain.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {
  private static final Instant NOW = Instant.parse("2026-07-28T12:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1994-11-06T08:49:37Z | Sun, 06 Nov 1994 08:49:37 GMT",
        "1994-11-06T08:49:37.999999999Z | Sun, 06 Nov 1994 08:49:37 GMT",
        "1970-01-01T00:00:00Z | Thu, 01 Jan 1970 00:00:00 GMT",
        "1969-12-31T23:59:59.5Z | Wed, 31 Dec 1969 23:59:59 GMT",
        "2024-02-29T23:59:59Z | Thu, 29 Feb 2024 23:59:59 GMT",
        "0999-05-04T01:02:03Z | Sat, 04 May 0999 01:02:03 GMT",
        "9999-12-31T23:59:59.1Z | Fri, 31 Dec 9999 23:59:59 GMT",
        // A file may claim any time at all; the format has four digits for the year.
        "+10000-01-01T00:00:00Z | Fri, 31 Dec 9999 23:59:59 GMT",
        "+1000000000-12-31T23:59:59.999999999Z | Fri, 31 Dec 9999 23:59:59 GMT",
        "-0001-12-31T23:59:59Z | Sat, 01 Jan 0000 00:00:00 GMT",
        "-1000000000-01-01T00:00:00Z | Sat, 01 Jan 0000 00:00:00 GMT",
      })
  void formats(String instant, String expected) {
    assertEquals(expected, HttpDate.format(Instant.parse(instant)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sun, 06 Nov 1994 08:49:37 GMT | 1994-11-06T08:49:37Z",
        "Thu, 01 Jan 1970 00:00:00 GMT | 1970-01-01T00:00:00Z",
        "Thu, 29 Feb 2024 00:00:00 GMT | 2024-02-29T00:00:00Z",
        "Tue, 29 Feb 2000 00:00:00 GMT | 2000-02-29T00:00:00Z",
        "Fri, 31 Dec 9999 23:59:59 GMT | 9999-12-31T23:59:59Z",
        "Sat, 01 Jan 0000 00:00:00 GMT | 0000-01-01T00:00:00Z",
        // A leap second, also at midnight, belongs to the day it ends.
        "Sat, 31 Dec 2016 23:59:60 GMT | 2017-01-01T00:00:00Z",
        // asctime: the day has a space or two digits.
        "Sun Nov  6 08:49:37 1994 | 1994-11-06T08:49:37Z",
        "Sun Nov 06 08:49:37 1994 | 1994-11-06T08:49:37Z",
        "Wed Nov 16 08:49:37 1994 | 1994-11-16T08:49:37Z",
        "Sun Nov  6 08:49:60 1994 | 1994-11-06T08:50:00Z",
        // RFC 850
        "Sunday, 06-Nov-94 08:49:37 GMT | 1994-11-06T08:49:37Z",
        "Wednesday, 01-Jan-70 00:00:00 GMT | 2070-01-01T00:00:00Z",
        "Tuesday, 31-Dec-75 23:59:59 GMT | 2075-12-31T23:59:59Z",
        "Saturday, 01-Jan-00 00:00:00 GMT | 2000-01-01T00:00:00Z",
        "Tuesday, 28-Jul-26 12:00:00 GMT | 2026-07-28T12:00:00Z",
        "Sunday, 01-Jan-34 00:00:00 GMT | 2034-01-01T00:00:00Z",
        // 50 years ahead to the second is the future, a second later the past.
        "Tuesday, 28-Jul-76 12:00:00 GMT | 2076-07-28T12:00:00Z",
        "Wednesday, 28-Jul-76 12:00:01 GMT | 1976-07-28T12:00:01Z",
        "Monday, 27-Jul-76 23:59:59 GMT | 2076-07-27T23:59:59Z",
        "Thursday, 29-Jul-76 00:00:00 GMT | 1976-07-29T00:00:00Z",
        "Sunday, 29-Feb-04 00:00:00 GMT | 2004-02-29T00:00:00Z",
      })
  void parses(String text, String expected) {
    assertEquals(Optional.of(Instant.parse(expected)), HttpDate.parse(text, NOW));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Seen from the end of a century, a small year is near ahead and not long past.
        "2090-06-01T00:00:00Z | Wednesday, 01-Jan-10 00:00:00 GMT | 2110-01-01T00:00:00Z",
        "2090-06-01T00:00:00Z | Tuesday, 01-Jan-41 00:00:00 GMT | 2041-01-01T00:00:00Z",
        "1999-06-01T00:00:00Z | Saturday, 01-Jan-00 00:00:00 GMT | 2000-01-01T00:00:00Z",
        "2000-01-01T00:00:00Z | Friday, 31-Dec-99 00:00:00 GMT | 1999-12-31T00:00:00Z",
      })
  void theCenturyOfTwoDigitsIsTheNearest(Instant now, String text, Instant expected) {
    assertEquals(Optional.of(expected), HttpDate.parse(text, now));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "0",
        "yesterday",
        // Wrong day of the week
        "Mon, 06 Nov 1994 08:49:37 GMT",
        "Mon Nov  6 08:49:37 1994",
        "Monday, 06-Nov-94 08:49:37 GMT",
        // ... of the century that the digits mean
        "Thursday, 01-Jan-70 00:00:00 GMT",
        "Tuesday, 28-Jul-76 12:00:01 GMT",
        // Days, months and hours that are not
        "Wed, 31 Feb 2024 00:00:00 GMT",
        "Wed, 29 Feb 2023 00:00:00 GMT",
        "Sun, 00 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nop 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 24:00:00 GMT",
        "Sun, 06 Nov 1994 08:60:00 GMT",
        "Sun, 06 Nov 1994 08:49:61 GMT",
        "Sun Nov  0 08:49:37 1994",
        "Sun Nov   08:49:37 1994",
        "Sunday, 31-Nov-94 08:49:37 GMT",
        // Case matters (RFC 9110 §5.6.7)
        "sun, 06 Nov 1994 08:49:37 GMT",
        "Sun, 06 NOV 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 08:49:37 gmt",
        // Other zones
        "Sun, 06 Nov 1994 08:49:37 UTC",
        "Sun, 06 Nov 1994 08:49:37 +0000",
        "Sun, 06 Nov 1994 08:49:37",
        // Other shapes
        "Sun, 6 Nov 1994 08:49:37 GMT",
        "Sun, 06-Nov-1994 08:49:37 GMT",
        "Sun, 06 Nov 94 08:49:37 GMT",
        "Sun,06 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 08.49.37 GMT",
        "Sun, 06 Nov 1994 8:49:37 GMT ",
        " Sun, 06 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 08:49:37 GMT ",
        "Sunday, 06 Nov 1994 08:49:37 GMT",
        "Sun, 06-Nov-94 08:49:37 GMT",
        "Sunday, 06-Nov-1994 08:49:37 GMT",
        "Sunday, 6-Nov-94 08:49:37 GMT",
        "Sunday, 06-Nov-9x 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 CET",
        "Sun Nov  6 08:49:37 94",
        "Sun Nov 6 08:49:37 1994",
        "Sun Nov  6 08:49:37 1994 GMT",
        "1994-11-06T08:49:37Z",
        "784111777",
        // Digits of other scripts, signs
        "Sun, ٠٦ Nov 1994 08:49:37 GMT",
        "Sun, +6 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov -994 08:49:37 GMT",
        "Sun, 06 Nov 1994 -8:49:37 GMT",
        // Lists
        "Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT",
        "\"Sun, 06 Nov 1994 08:49:37 GMT\"",
      })
  void isNoDate(String text) {
    assertEquals(Optional.empty(), HttpDate.parse(text, NOW));
  }
}
