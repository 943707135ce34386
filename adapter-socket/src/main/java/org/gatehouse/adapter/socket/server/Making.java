package org.gatehouse.adapter.socket.server;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has workers make the content for which a connection's response waits, one piece at a time, so
 * that the loop never waits for storage. Meanwhile nothing else of the connection is waited for.
 */
final class Making {
  private static final Logger LOG = LoggerFactory.getLogger(Making.class);

  private final Connection connection;
  private boolean busy;

  Making(Connection connection) {
    this.connection = connection;
  }

  /** Whether a worker is at it, or is needed. */
  boolean isNeeded() {
    return busy || connection.outbound().awaitsContent();
  }

  /** Gives the work to a worker, unless one is at it. */
  void begin() throws IOException {
    connection.interest().only(0);
    connection.deadline().none();
    if (!busy) {
      busy = true;
      Outbound.Content content = connection.outbound().takeUnready();
      EventLoop loop = connection.loop();
      if (!loop.workers().resume(() -> make(content, loop))) {
        throw new IOException("the server has stopped");
      }
    }
  }

  private void make(Outbound.Content content, EventLoop loop) {
    Event next = connection::goOnSending;
    try {
      content.make();
    } catch (IOException | RuntimeException | Error failure) {
      LOG.warn("a response breaks off: {}", failure.toString());
      next =
          () -> {
            throw new IOException("content cannot be made", failure);
          };
    }
    Event then = next;
    loop.execute(
        () -> {
          busy = false;
          connection.handle(then);
        });
  }
}
