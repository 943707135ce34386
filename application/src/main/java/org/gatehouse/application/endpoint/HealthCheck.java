package org.gatehouse.application.endpoint;

/**
 * Looks whether a part of the server can do its work.
 *
 * @param name of the part, as clients may know it: {@code root}
 * @param check throws if it cannot; may wait
 */
public record HealthCheck(String name, Runnable check) {}
