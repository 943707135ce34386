package org.gatehouse.adapter.filesystem;

import java.io.IOException;

/**
 * Somebody changed the folder between two steps: what was decided before has to be looked at again.
 */
final class Raced extends IOException {
  private static final long serialVersionUID = 1L;

  Raced(String what, IOException cause) {
    super(what, cause);
  }
}
