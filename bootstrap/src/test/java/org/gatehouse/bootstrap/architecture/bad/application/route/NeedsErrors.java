package org.gatehouse.bootstrap.architecture.bad.application.route;

import org.gatehouse.bootstrap.architecture.bad.application.error.NeedsRoutes;

/** One half of a cycle. */
public final class NeedsErrors {
  /** The other half. */
  public NeedsRoutes other() {
    return new NeedsRoutes();
  }
}
