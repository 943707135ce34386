package org.gatehouse.application.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonWriterTest {
  @Test
  void separatesMembersAndElements() {
    JsonWriter json =
        new JsonWriter()
            .object()
            .member("a", "x")
            .member("n", -7)
            .object("o")
            .endObject()
            .object("p")
            .member("q", 1)
            .member("r", 2)
            .endObject()
            .array("list")
            .element("1")
            .element("2")
            .object()
            .member("z", 0)
            .endObject()
            .object()
            .endObject()
            .endArray()
            .array("none")
            .endArray()
            .member("last", Long.MAX_VALUE)
            .endObject();
    assertEquals(
        "{\"a\":\"x\",\"n\":-7,\"o\":{},\"p\":{\"q\":1,\"r\":2},"
            + "\"list\":[\"1\",\"2\",{\"z\":0},{}],\"none\":[],\"last\":9223372036854775807}",
        json.toString());
    assertEquals(json + "\n", new String(json.toBytes(), StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0",
    "PT0.000000001S, 0.000000001",
    "PT0.00025S, 0.00025",
    "PT10S, 10",
    "PT100.5S, 100.5",
  })
  void writesDurationsWithAllTheirDecimals(Duration value, String expected) {
    assertEquals(
        "{\"d\":" + expected + "}",
        new JsonWriter().object().exactSeconds("d", value).endObject().toString());
  }

  private static String string(String value) {
    String text = new JsonWriter().object().member("s", value).endObject().toString();
    return text.substring("{\"s\":".length(), text.length() - 1);
  }

  @Test
  void escapesWhatJsonDemandsAndWhatDoesHarm() {
    assertEquals("\"\\\"\\\\/\"", string("\"\\/"));
    assertEquals(
        "\"\\u0000\\u0001\\u0008\\u0009\\u000a\\u000d\\u001f\"",
        string("\u0000\u0001\b\t\n\r\u001f"));
    assertEquals("\"\\u007f\\u0080\\u0085\\u009f\"", string("\u007f\u0080\u0085\u009f"));
    assertEquals("\"\\u2028\\u2029\"", string("\u2028\u2029"));
    assertEquals("\"äöü \u4f60 \ud83d\ude00\"", string("äöü \u4f60 \ud83d\ude00"));
    assertEquals("\"\\ud83d\"", string("\ud83d"));
    assertEquals("\"\\ude00\\ud83d\"", string("\ude00\ud83d"));
    assertEquals("\"\\ud83dx\\ude00\"", string("\ud83dx\ude00"));
    assertEquals("\"\\ud83d\ud83d\ude00\\ude00\"", string("\ud83d\ud83d\ude00\ude00"));
  }

  @Test
  void escapesNamesToo() {
    String text = new JsonWriter().object().member("a\"b\n", 1).endObject().toString();
    assertEquals("{\"a\\\"b\\u000a\":1}", text);
  }

  @ParameterizedTest(name = "{0} ms")
  @CsvSource({"0, 0.0", "99, 0.0", "100, 0.1", "999, 0.9", "142399, 142.3", "3600000, 3600.0"})
  void writesSecondsWithOneDecimal(long millis, String expected) {
    String text =
        new JsonWriter().object().seconds("t", Duration.ofMillis(millis)).endObject().toString();
    assertEquals("{\"t\":" + expected + "}", text);
  }
}
