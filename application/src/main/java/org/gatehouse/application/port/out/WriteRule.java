package org.gatehouse.application.port.out;

import java.time.Instant;
import java.util.Optional;

/** Decides, under a path's lock, whether a write may happen. */
@FunctionalInterface
public interface WriteRule {

  /**
   * Judges a write by the state it would change.
   *
   * @param current the resource as it is at this moment; empty if there is none
   * @return empty to refuse; else an instant: the new state's modification time will be later than
   *     it, by at least a nanosecond, so that two contents never share an entity tag
   */
  Optional<Instant> judge(Optional<Resource> current);
}
