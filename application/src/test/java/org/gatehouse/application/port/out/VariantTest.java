package org.gatehouse.application.port.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.negotiation.ContentCoding;
import org.junit.jupiter.api.Test;

class VariantTest {
  private static Variant variant(ContentCoding coding, String tag, long second) {
    return new Variant(coding, new EntityTag(false, tag), Instant.ofEpochSecond(second));
  }

  @Test
  void isEqualToWhatIsTheSameInAllParts() {
    Variant one = variant(ContentCoding.GZIP, "a", 1);
    assertEquals(one, variant(ContentCoding.GZIP, "a", 1));
    assertEquals(one.hashCode(), variant(ContentCoding.GZIP, "a", 1).hashCode());
    assertNotEquals(one, variant(ContentCoding.IDENTITY, "a", 1));
    assertNotEquals(one, variant(ContentCoding.GZIP, "b", 1));
    assertNotEquals(one, variant(ContentCoding.GZIP, "a", 2));
    assertNotEquals(one, null);
  }
}
