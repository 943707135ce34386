package org.gatehouse.application.port.out;

import java.time.Instant;
import java.util.Objects;
import org.gatehouse.domain.conditional.EntityTag;

/**
 * The state of a resource's plain content.
 *
 * @param modified when it last changed, to the nanosecond
 * @param size in octets
 */
public record ResourceState(Instant modified, long size) {

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException for a negative size
   */
  public ResourceState {
    Objects.requireNonNull(modified);
    if (size < 0) {
      throw new IllegalArgumentException("a size is not negative");
    }
  }

  /** The entity tag of this state. */
  public EntityTag tag() {
    return EntityTag.of(modified, size);
  }
}
