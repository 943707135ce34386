/**
 * The figures in the formats of Prometheus, written by its client library: the adapter of {@link
 * org.gatehouse.application.port.out.Exposition}.
 *
 * <p>The library counts nothing here: it is handed what the server's own counters say at the moment
 * of a scrape, so that it costs a request nothing. Names are those of OpenTelemetry's conventions
 * for HTTP servers, with {@code gatehouse_} before what these do not name.
 */
package org.gatehouse.bootstrap.exposition;
