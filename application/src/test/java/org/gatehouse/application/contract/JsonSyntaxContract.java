package org.gatehouse.application.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gatehouse.application.fake.InMemorySlice;
import org.gatehouse.application.port.out.JsonSyntax;
import org.gatehouse.application.port.out.JsonSyntax.Fault;
import org.gatehouse.application.port.out.JsonSyntax.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link JsonSyntax} takes and refuses. */
public abstract class JsonSyntaxContract {

  /** The one that is tested. */
  protected abstract JsonSyntax syntax();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "0",
        "-0.5e+10",
        "true",
        "null",
        "\"\"",
        " \t\r\n[1, 2 ,3]\n",
        "{\"a\": {\"b\": [true, false, null, \"x\"]}}",
        "{\"twice\": 1, \"twice\": 2}",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"",
        "\"grün \ud83c\udf3f \u2028\"",
        "{\"\": \"\"}"
      })
  void takesJson(String text) {
    assertEquals(Optional.empty(), fault(text), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "]",
        "{]",
        "[1,]",
        "[,1]",
        "{\"a\":1,}",
        "{\"a\"}",
        "{a:1}",
        "{'a':1}",
        "{\"a\":1} x",
        "{} {}",
        "1 2",
        "01",
        "+1",
        "1.",
        ".5",
        "1e",
        "-",
        "NaN",
        "Infinity",
        "True",
        "nul",
        "// no\n1",
        "/* no */ 1",
        "\"open",
        "\"tab\there\"",
        "\"\\x41\"",
        "\"\\u12\"",
        "\u0000",
        "[1\u00a0]",
        "\ufeff{}x"
      })
  void refusesWhatIsNone(String text) {
    assertEquals(Optional.of(Kind.SYNTAX), fault(text).map(Fault::kind), text);
  }

  @Test
  void tellsWhereItBreaks() {
    assertEquals(Optional.of(new Fault(Kind.SYNTAX, 3, 8)), fault("{\n  \"a\": 1,\n  \"b\": x\n}"));
  }

  @Test
  void refusesOctetsThatAreNotUtf8() {
    for (String octets : new String[] {"\"\u00ff\"", "\"\u00c0\u0080\"", "[\"\u00e2\u0082\"]"}) {
      assertEquals(Kind.ENCODING, kind(octets.getBytes(StandardCharsets.ISO_8859_1)));
    }
    assertNotEquals(Optional.empty(), fault("{}".getBytes(StandardCharsets.UTF_16LE)));
    assertNotEquals(Optional.empty(), fault("{}".getBytes(StandardCharsets.UTF_16)));
  }

  @Test
  void takesWhatIsAsDeepAsAllowedAndRefusesWhatIsDeeper() {
    int deepest = JsonSyntax.DEEPEST;
    assertEquals(Optional.empty(), fault("[".repeat(deepest) + "]".repeat(deepest)));
    assertEquals(Kind.TOO_DEEP, kind("[".repeat(deepest + 1).getBytes(StandardCharsets.US_ASCII)));
    assertEquals(
        Kind.TOO_DEEP, kind("{\"a\":".repeat(100_000).getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void takesStringsOfAnyLength() {
    assertEquals(Optional.empty(), fault("[\"" + "a".repeat(3_000_000) + "\"]"));
  }

  /** What is wrong with a text. */
  protected final Optional<Fault> fault(String text) {
    return fault(text.getBytes(StandardCharsets.UTF_8));
  }

  private Kind kind(byte[] octets) {
    return fault(octets).map(Fault::kind).orElseThrow();
  }

  private Optional<Fault> fault(byte[] octets) {
    return syntax().fault(new InMemorySlice(octets, () -> {}));
  }
}
