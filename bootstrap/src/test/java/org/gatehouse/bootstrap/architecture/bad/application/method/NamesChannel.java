package org.gatehouse.bootstrap.architecture.bad.application.method;

import java.nio.channels.WritableByteChannel;

/** Names a channel outside of a port. */
public interface NamesChannel {
  /** Takes one. */
  void take(WritableByteChannel channel);
}
