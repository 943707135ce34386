package org.gatehouse.adapter.socket.server;

import org.gatehouse.application.port.in.Origin;

/**
 * What all event loops of a server have in common.
 *
 * @param options how the server was asked to work
 * @param origin the application
 * @param workers the threads that may wait
 * @param admission the count of connections
 * @param memory the account of what connections hold
 * @param saturated the warning that the workers have too much to do
 * @param snapshot the line in the log about how busy the server is
 * @param farewell how long connections are waited for at their end
 */
record Shared(
    ServerOptions options,
    Origin origin,
    Workers workers,
    Admission admission,
    Memory memory,
    Warning saturated,
    Snapshot snapshot,
    Farewell farewell) {}
