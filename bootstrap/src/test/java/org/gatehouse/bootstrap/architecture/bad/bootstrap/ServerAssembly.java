package org.gatehouse.bootstrap.architecture.bad.bootstrap;

import org.gatehouse.bootstrap.architecture.bad.adapter.persistence.TextStore;

/** The one who wires: it may. */
public final class ServerAssembly {
  /** Makes an adapter. */
  public Object assemble() {
    return new TextStore();
  }
}
