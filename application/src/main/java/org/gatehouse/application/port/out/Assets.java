package org.gatehouse.application.port.out;

import java.util.Optional;
import java.util.Set;

/**
 * The files that are built into the server: a fixed set. Each is loaded when it is first asked for,
 * and then stays in memory. Safe for use by several threads.
 */
public interface Assets {

  /** The names of all of them: {@code dashboard.css}. */
  Set<String> names();

  /** The asset, if it is in memory. Never waits. */
  Optional<Asset> peek(String name);

  /**
   * The asset. May wait.
   *
   * @throws IllegalArgumentException for a name that is none of {@link #names()}
   * @throws StorageFailure if it cannot be read
   */
  Asset load(String name);
}
