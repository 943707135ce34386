/**
 * Sockets, event loops, workers and deadlines: what turns the sans-IO core of {@code http1} into a
 * server (RFC 9112 §9).
 *
 * <p>How the threads are cut: each event loop owns its connections and is the only thread that
 * touches them. It never waits for a disk or a lock. What has to wait runs on a bounded pool of
 * workers, whose results come back to the loop as tasks; meanwhile the connection's read interest
 * is off, so a client can never have more than one piece of work inside.
 *
 * <p>Invariants: an idle connection holds no buffer; a response's body is closed once, whatever its
 * end; an exchange is reported finished once; a receiver ends with {@code complete} or {@code
 * abort}.
 */
package org.gatehouse.adapter.socket.server;
