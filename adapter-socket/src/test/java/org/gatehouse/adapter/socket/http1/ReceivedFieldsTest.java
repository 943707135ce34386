package org.gatehouse.adapter.socket.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.gatehouse.domain.field.Fields;
import org.junit.jupiter.api.Test;

class ReceivedFieldsTest {

  private static Fields fields(String lines) {
    HeadReader reader = new HeadReader(new WireLimits(100, 1000, 100, 0));
    reader.read(ByteBuffer.wrap(WireText.octets("GET / HTTP/1.1⏎" + lines + "⏎")));
    return reader.head().fields();
  }

  private final Fields fields =
      fields("Host: a⏎Accept: b, c⏎accept:⏎X-Octets: ‹80›‹ff›⏎ACCEPT: d⏎");

  @Test
  void linesKeepTheirOrderAndSpelling() {
    assertEquals(5, fields.size());
    assertEquals("accept", fields.name(2));
    assertEquals("b, c", fields.value(1));
    assertEquals("", fields.value(2));
    assertEquals("\u0080\u00ff", fields.value(3));
  }

  @Test
  void namesAreFoundInAnyCase() {
    assertEquals(0, fields.indexOf("HOST", 0));
    assertEquals(1, fields.indexOf("Accept", 0));
    assertEquals(2, fields.indexOf("Accept", 2));
    assertEquals(4, fields.indexOf("Accept", 3));
    assertEquals(-1, fields.indexOf("Accept", 5));
    assertEquals(3, fields.count("aCCEPT"));
    assertTrue(fields.contains("x-octets"));
    assertEquals(Optional.of("a"), fields.first("host"));
    assertEquals(Optional.of("b, c, , d"), fields.combined("accept"));
  }

  @Test
  void otherNamesAreNot() {
    assertFalse(fields.contains("Hos"));
    assertFalse(fields.contains("Hosts"));
    assertFalse(fields.contains("ost"));
    assertFalse(fields.contains(""));
    assertFalse(fields.contains("Hos\u0174"));
    assertFalse(fields.contains("X_Octets"));
    assertEquals(Optional.empty(), fields.first("b, c"));
    assertEquals(Optional.empty(), fields.combined("a"));
  }

  @Test
  void octetsThatOnlyLookLikeTwoCasesAreDifferent() {
    assertFalse(fields("^: a⏎").contains("~"));
    assertFalse(fields("`: a⏎").contains("@"));
    assertTrue(fields("^: a⏎").contains("^"));
  }

  @Test
  void anIndexOutsideIsAMistake() {
    for (int index : new int[] {-1, 5, 6}) {
      assertThrows(IndexOutOfBoundsException.class, () -> fields.name(index));
      assertThrows(IndexOutOfBoundsException.class, () -> fields.value(index));
    }
  }

  @Test
  void credentialsAreNotInItsText() {
    assertFalse(fields("Authorization: Basic c2VjcmV0⏎").toString().contains("c2VjcmV0"));
  }
}
