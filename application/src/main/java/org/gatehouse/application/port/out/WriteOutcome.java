package org.gatehouse.application.port.out;

import java.util.Optional;

/**
 * What became of a write.
 *
 * @param kind what happened
 * @param state the new state, where something was stored
 * @param obstacle what stood in the way, where something did
 */
public record WriteOutcome(Kind kind, Optional<ResourceState> state, Optional<Obstacle> obstacle) {

  /** The kinds of outcome. */
  public enum Kind {
    /** Stored where nothing was. */
    CREATED,
    /** Stored in place of something. */
    REPLACED,
    /** Removed. */
    REMOVED,
    /** The rule refused; nothing changed. */
    REFUSED,
    /** The path has a resource already; nothing changed. */
    TAKEN,
    /** There was nothing to remove. */
    MISSING,
    /** Something stood in the way; nothing changed. */
    HINDERED
  }

  /** Stored. */
  public static WriteOutcome stored(ResourceState state, boolean created) {
    Kind kind = created ? Kind.CREATED : Kind.REPLACED;
    return new WriteOutcome(kind, Optional.of(state), Optional.empty());
  }

  /** Removed. */
  public static WriteOutcome removed() {
    return of(Kind.REMOVED);
  }

  /** Refused by the rule. */
  public static WriteOutcome refused() {
    return of(Kind.REFUSED);
  }

  /** Taken by another. */
  public static WriteOutcome taken() {
    return of(Kind.TAKEN);
  }

  /** Nothing there. */
  public static WriteOutcome missing() {
    return of(Kind.MISSING);
  }

  /** Hindered. */
  public static WriteOutcome hindered(Obstacle obstacle) {
    return new WriteOutcome(Kind.HINDERED, Optional.empty(), Optional.of(obstacle));
  }

  private static WriteOutcome of(Kind kind) {
    return new WriteOutcome(kind, Optional.empty(), Optional.empty());
  }
}
