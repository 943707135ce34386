package org.gatehouse.application.port.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.negotiation.ContentCoding;
import org.junit.jupiter.api.Test;

class VariantTest {
  private static final EntityTag TAG = new EntityTag(false, "a");

  private static Variant variant(ContentCoding coding, EntityTag tag, Instant modified) {
    return new Variant(coding, tag, modified);
  }

  @Test
  void everyPartCounts() {
    Variant variant = variant(ContentCoding.GZIP, TAG, Instant.EPOCH);
    Variant same = variant(ContentCoding.GZIP, new EntityTag(false, "a"), Instant.ofEpochSecond(0));
    assertEquals(variant, same);
    assertEquals(variant.hashCode(), same.hashCode());
    assertNotEquals(variant, variant(ContentCoding.IDENTITY, TAG, Instant.EPOCH));
    assertNotEquals(variant, variant(ContentCoding.GZIP, new EntityTag(true, "a"), Instant.EPOCH));
    assertNotEquals(variant, variant(ContentCoding.GZIP, TAG, Instant.EPOCH.plusNanos(1)));
    assertNotEquals(variant, "variant");
  }
}
