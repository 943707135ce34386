package org.gatehouse.bootstrap.architecture.bad.adapter.persistence;

import org.gatehouse.bootstrap.architecture.bad.application.port.out.Store;

/** An adapter like any. */
public final class TextStore implements Store {
  /** Makes one. */
  public static TextStore open() {
    return new TextStore();
  }
}
