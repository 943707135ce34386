package org.gatehouse.adapter.socket.server;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.gatehouse.application.port.body.Slice;

/**
 * A non-blocking, bidirectional stream of octets. Plain TCP today; TLS is another implementation of
 * this, and the connection above it does not change.
 */
interface Transport extends Closeable {

  /** Reads what is there: the count, 0 for nothing now, -1 for the end. */
  int read(ByteBuffer target) throws IOException;

  /** Writes what the network takes now, in the order of the buffers. */
  long write(ByteBuffer... sources) throws IOException;

  /** Moves octets of a slice in one bounded step; 0 if the network takes none now. */
  long transfer(Slice slice, long position, long count) throws IOException;

  /** Says that nothing more will be sent; reading goes on. */
  void shutdownOutput() throws IOException;
}
