/**
 * What is stored stays stored: servers are killed in the middle of writes, disks run full, and many
 * clients write to the same name. Each test asks the built jar, and the file system behind it.
 */
package org.gatehouse.bootstrap.endtoend.durability;
