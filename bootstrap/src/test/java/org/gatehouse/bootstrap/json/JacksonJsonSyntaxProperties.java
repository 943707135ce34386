package org.gatehouse.bootstrap.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gatehouse.application.fake.InMemorySlice;
import org.gatehouse.application.fake.RecursiveJsonSyntax;
import org.gatehouse.application.port.out.JsonSyntax;
import org.gatehouse.application.port.out.JsonSyntax.Fault;

/** Two readings of one grammar agree, on texts that are nearly JSON. */
class JacksonJsonSyntaxProperties {
  private final JsonSyntax library = new JacksonJsonSyntax();
  private final JsonSyntax grammar = new RecursiveJsonSyntax();

  @Property(tries = 5000)
  void agreesWithTheGrammar(@ForAll("nearlyJson") String text) {
    assertEquals(isJson(grammar, text), isJson(library, text), text);
  }

  private static boolean isJson(JsonSyntax syntax, String text) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    Optional<Fault> fault = syntax.fault(new InMemorySlice(octets, () -> {}));
    return fault.isEmpty();
  }

  @Provide
  Arbitrary<String> nearlyJson() {
    return Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\"a\"",
            "\"\\u00e9\"",
            "\\",
            "0",
            "1",
            "-",
            ".5",
            "e1",
            "E+",
            "true",
            "false",
            "null",
            " ",
            "\n",
            "\t",
            "a",
            "\u00e9",
            "\u0001",
            "//",
            "'")
        .list()
        .ofMaxSize(12)
        .map(tokens -> String.join("", tokens));
  }
}
