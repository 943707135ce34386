package org.gatehouse.bootstrap.architecture.bad.application.error;

import org.gatehouse.bootstrap.architecture.bad.application.route.NeedsErrors;

/** One half of a cycle. */
public final class NeedsRoutes {
  /** The other half. */
  public NeedsErrors other() {
    return new NeedsErrors();
  }
}
