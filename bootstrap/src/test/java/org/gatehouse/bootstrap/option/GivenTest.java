package org.gatehouse.bootstrap.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GivenTest {
  private static Given given(String text) {
    return new Given("--it", text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "8000, 8000",
    "1k, 1024",
    "32K, 32768",
    "64M, 67108864",
    "1m, 1048576",
    "6G, 6442450944",
    "9223372036854775807, 9223372036854775807",
    "8589934591G, 9223372035781033984",
  })
  void sizes(String text, long octets) {
    assertEquals(octets, given(text).size(0, Long.MAX_VALUE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "k",
        "-1",
        "+1",
        "1.5k",
        "1kB",
        "1 k",
        "0x10",
        "1T",
        "١",
        "9223372036854775808",
        "8589934592G",
        "99999999999999999999"
      })
  void notSizes(String text) {
    UsageError error = assertThrows(UsageError.class, () -> given(text).size(0, Long.MAX_VALUE));
    assertEquals(
        "--it: '"
            + text
            + "' is not allowed; it takes a size from 0 to 9223372036854775807 octets,"
            + " such as 8000, 32k, 64M or 6G",
        error.getMessage());
  }

  @Test
  void sizeBounds() {
    assertEquals(10, given("10").size(10, 20));
    assertEquals(20, given("20").size(10, 20));
    assertThrows(UsageError.class, () -> given("9").size(10, 20));
    assertThrows(UsageError.class, () -> given("21").size(10, 20));
  }

  @ParameterizedTest
  @CsvSource({
    "0ms, PT0S",
    "500ms, PT0.5S",
    "30s, PT30S",
    "5m, PT5M",
    "12h, PT12H",
    "0s, PT0S",
    "87600h, PT87600H"
  })
  void durations(String text, String expected) {
    assertEquals(Duration.parse(expected), given(text).duration(Duration.ZERO));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "30",
        "s",
        "-1s",
        "1.5s",
        "1d",
        "1 s",
        "1S",
        "1hour",
        "87601h",
        "999999999999h",
        "1s2s",
        "PT1S"
      })
  void notDurations(String text) {
    UsageError error = assertThrows(UsageError.class, () -> given(text).duration(Duration.ZERO));
    assertEquals(
        "--it: '"
            + text
            + "' is not allowed; it takes a duration from 0ms to 87600h, such as 500ms, 30s,"
            + " 5m or 12h",
        error.getMessage());
  }

  @Test
  void durationAtLeast() {
    Duration least = Duration.ofMillis(1);
    assertEquals(least, given("1ms").duration(least));
    assertThrows(UsageError.class, () -> given("0ms").duration(least));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "+1", "1.0", "4294967297", "99999999999", "0x1", " 1", "1 "})
  void notNumbers(String text) {
    assertThrows(UsageError.class, () -> given(text).number(0, Integer.MAX_VALUE));
  }

  @Test
  void numberBounds() {
    assertEquals(3, given("3").number(3, 5));
    assertEquals(5, given("5").number(3, 5));
    assertEquals(Integer.MAX_VALUE, given("2147483647").number(0, Integer.MAX_VALUE));
    assertThrows(UsageError.class, () -> given("2").number(3, 5));
    UsageError error = assertThrows(UsageError.class, () -> given("6").number(3, 5));
    assertEquals("--it: '6' is not allowed; it takes a number from 3 to 5", error.getMessage());
  }

  @Test
  void wordsBetweenCommas() {
    assertEquals(List.of("a", "b", "c"), given("a, b,,c,").words());
    assertTrue(given(",").words().isEmpty());
  }

  @Test
  void aMessageIsOneLine() {
    String message = given("a\r\nb\u001b[31m").refused("a word").getMessage();
    assertEquals("--it: 'a\\x0d\\x0ab\\x1b[31m' is not allowed; it takes a word", message);
  }

  @Test
  void aSecretIsNotRepeated() {
    assertFalse(
        given("bob:hunter2").refusedInSecret("user:password").getMessage().contains("hunter2"));
  }
}
