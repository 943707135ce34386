/**
 * The endpoints beside the resources: health, metrics and the small ones for trying out.
 *
 * <p>Invariants: an endpoint takes GET, HEAD and OPTIONS, or says otherwise in its table of routes;
 * none tells a path of the machine; none waits on the caller's thread.
 */
package org.gatehouse.application.endpoint;
