package org.gatehouse.adapter.socket.server;

import java.io.IOException;

/** What happens to a connection, and may break it. */
@FunctionalInterface
interface Event {
  void run() throws IOException;
}
