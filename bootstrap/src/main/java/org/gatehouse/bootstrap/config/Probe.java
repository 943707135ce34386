package org.gatehouse.bootstrap.config;

import java.net.URI;
import java.time.Duration;

/**
 * A question for the health of a server.
 *
 * @param uri what is asked for: http or https, with a host
 * @param timeout how long the whole may take, at least a millisecond
 */
public record Probe(URI uri, Duration timeout) {}
