/** Time, chance and file descriptors as the machine has them. */
package org.gatehouse.bootstrap.system;
