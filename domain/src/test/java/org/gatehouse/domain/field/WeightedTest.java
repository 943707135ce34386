package org.gatehouse.domain.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeightedTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '§',
      value = {
        "gzip, deflate, br, zstd ¦ gzip=1000 deflate=1000 br=1000 zstd=1000",
        "GZip;Q=0.5 ¦ gzip=500",
        "gzip ; q=0.123 , * ; q=0 ¦ gzip=123 *=0",
        "a;q=1, b;q=1., c;q=1.0, d;q=1.000 ¦ a=1000 b=1000 c=1000 d=1000",
        "a;q=0, b;q=0., c;q=0.0, d;q=0.001 ¦ a=0 b=0 c=0 d=1",
        "text/html;level=1;q=0.5;ext=2 ¦ text/html[level=1]=500",
        "text/plain;format=\"a;q=0,b\" ¦ text/plain[format=\"a;q=0,b\"]=1000",
        "a;quality=0 ¦ a[quality=0]=1000",
        "§§ ¦ §§",
        "§, ,;§ ¦ §§",
        ";q=0.5, ;gzip, a ¦ a=1000",
      })
  void reads(String field, String expected) {
    assertEquals(expected, shown(Weighted.list(field)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q",
        "q=",
        "q=2",
        "q=1.1",
        "q=1.001",
        "q=0.0001",
        "q=.5",
        "q=-1",
        "q=-0.5",
        "q=0,5",
        "q=00.5",
        "q=0.5x",
        "q=0x5",
        "q=+1",
        "q= 0.5",
        "q =0.5",
        "q=\"0.5\"",
        "q=1e0",
        "q=NaN",
        "q=٠"
      })
  void leavesOutWhatHasAnUnreadableWeight(String parameter) {
    String field = "a, b;" + parameter;
    String expected = parameter.equals("q=0,5") ? "a=1000 b=0 5=1000" : "a=1000";
    assertEquals(expected, shown(Weighted.list(field)));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1001})
  void refusesWeightsOutOfBounds(int weight) {
    assertThrows(IllegalArgumentException.class, () -> new Weighted("a", List.of(), weight));
  }

  @Test
  void lowerCaseDoesNotDependOnTheLocale() {
    assertEquals("identity", Weighted.list("IDENTITY").get(0).value());
  }

  private static String shown(List<Weighted> elements) {
    return elements.stream()
        .map(e -> e.value() + (e.parameters().isEmpty() ? "" : e.parameters()) + "=" + e.weight())
        .collect(Collectors.joining(" "));
  }
}
