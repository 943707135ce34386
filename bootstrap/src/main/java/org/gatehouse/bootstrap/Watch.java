package org.gatehouse.bootstrap;

import org.gatehouse.application.guard.GuardChain;
import org.gatehouse.application.port.out.ResourceRepository;
import org.gatehouse.application.route.Routes;

/**
 * Stands between the parts of a server that is only rehearsed: everything is assembled as for a
 * server that serves, and each part passes through here on its way into the next.
 */
interface Watch {

  /** What is to be used in the stead of storage. */
  ResourceRepository around(ResourceRepository storage);

  /** What is to be used in the stead of the guards. */
  GuardChain around(GuardChain guards);

  /** The routes. */
  void sees(Routes routes);
}
