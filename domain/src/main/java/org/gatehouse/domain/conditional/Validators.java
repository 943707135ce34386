package org.gatehouse.domain.conditional;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a precondition is held against: the current state of the target (RFC 9110 §8.8).
 *
 * @param selected the tag of the representation that would be sent
 * @param current the tags of every current variant, the selected one among them
 * @param lastModified when the resource last changed
 */
public record Validators(EntityTag selected, List<EntityTag> current, Instant lastModified) {

  /** Copies the list. */
  public Validators {
    Objects.requireNonNull(selected);
    Objects.requireNonNull(lastModified);
    current = List.copyOf(current);
  }

  /** The state of a resource with one representation. */
  public static Validators of(EntityTag tag, Instant lastModified) {
    return new Validators(tag, List.of(tag), lastModified);
  }
}
