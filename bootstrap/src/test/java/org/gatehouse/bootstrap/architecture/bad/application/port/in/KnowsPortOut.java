package org.gatehouse.bootstrap.architecture.bad.application.port.in;

import org.gatehouse.bootstrap.architecture.bad.application.port.out.Store;

/** A driving port that knows a driven one. */
public interface KnowsPortOut {
  /** Gives it away. */
  Store store();
}
