package org.gatehouse.bootstrap.architecture.bad.domain;

import org.gatehouse.bootstrap.architecture.bad.application.UsesThreads;

/** Points outwards. */
public final class KnowsApplication {
  /** Uses an outer layer. */
  public Object look() {
    return new UsesThreads();
  }
}
