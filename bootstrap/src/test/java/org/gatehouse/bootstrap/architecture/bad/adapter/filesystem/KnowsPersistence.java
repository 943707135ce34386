package org.gatehouse.bootstrap.architecture.bad.adapter.filesystem;

import org.gatehouse.bootstrap.architecture.bad.adapter.persistence.TextStore;

/** An adapter that uses another. */
public final class KnowsPersistence {
  /** Uses it. */
  public Object look() {
    return TextStore.class.getName();
  }

  /** Names it. */
  public TextStore other(TextStore store) {
    return store;
  }
}
