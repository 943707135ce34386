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

  /** As any record's, by which the JDK is slower: variants are compared for each request. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Variant that
            && coding == that.coding
            && tag.equals(that.tag)
            && lastModified.equals(that.lastModified);
  }

  @Override
  public int hashCode() {
    return Objects.hash(coding, tag, lastModified);
  }
}
