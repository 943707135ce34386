package org.gatehouse.bootstrap.architecture.bad.bootstrap;

import org.gatehouse.bootstrap.architecture.bad.adapter.persistence.TextStore;

/** Wires beside the one who does. */
public final class SecondAssembly {
  /** Makes an adapter. */
  public Object assemble() {
    return TextStore.open();
  }
}
