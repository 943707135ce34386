/**
 * Peers in Java: how a user of Jetty and a user of Netty would serve the same files. Each listens
 * on a port of loopback until it is killed.
 */
package org.gatehouse.benchmarks.peer;
