/** Time and chance as the machine has them: the adapters for the ports of both. */
package org.gatehouse.bootstrap.system;
