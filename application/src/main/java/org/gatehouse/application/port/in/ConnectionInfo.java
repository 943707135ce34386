package org.gatehouse.application.port.in;

/**
 * Where a request came from and where it arrived.
 *
 * @param remoteAddress the client's address in text, without brackets
 * @param remotePort the client's port
 * @param localPort the port on which the server was reached
 * @param scheme {@code http}, or {@code https} behind a TLS transport
 */
public record ConnectionInfo(String remoteAddress, int remotePort, int localPort, String scheme) {}
