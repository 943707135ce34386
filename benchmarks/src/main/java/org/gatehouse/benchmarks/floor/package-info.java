/** The least that a server can do: what this machine needs for the system calls alone. */
package org.gatehouse.benchmarks.floor;
