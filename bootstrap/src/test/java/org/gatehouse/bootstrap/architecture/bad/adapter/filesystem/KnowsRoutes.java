package org.gatehouse.bootstrap.architecture.bad.adapter.filesystem;

import org.gatehouse.bootstrap.architecture.bad.application.route.NeedsErrors;

/** Goes past the driven ports. */
public final class KnowsRoutes {
  /** Uses a route. */
  public Object look() {
    return new NeedsErrors();
  }
}
