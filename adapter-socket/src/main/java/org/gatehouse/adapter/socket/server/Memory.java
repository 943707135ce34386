package org.gatehouse.adapter.socket.server;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much of the heap all connections together hold for their clients from one event to the next:
 * heads that arrive slowly, content that nobody has taken yet, responses that nobody reads.
 *
 * <p>Limits on what one client may send do not limit what ten thousand may. So what is held is
 * counted, and while it is too much, whoever would make it more is refused. A request that arrives
 * whole and a response that the network takes at once hold nothing, and are served even then.
 */
final class Memory {
  /** The share of the heap: the rest is for caches, for what is in use, and for the collector. */
  private static final int SHARE = 4;

  private static final Logger LOG = LoggerFactory.getLogger(Memory.class);

  private final Warning warning =
      new Warning(LOG, "a client is refused: those who send or read slowly hold too much memory");
  private final long limit;
  private final AtomicLong held = new AtomicLong();
  private final LongAdder shed = new LongAdder();

  /**
   * Makes an account.
   *
   * @param limit how many octets may be held
   */
  Memory(long limit) {
    this.limit = limit;
  }

  /** An account for a share of this machine's heap. */
  static Memory ofHeap() {
    return new Memory(Runtime.getRuntime().maxMemory() / SHARE);
  }

  /** Notes that a connection holds more than before, or less. */
  void change(long octets) {
    held.addAndGet(octets);
  }

  /** Whether so much is held that whoever would hold more is refused. Counts, and warns. */
  boolean sheds() {
    if (!isScarce()) {
      return false;
    }
    shed.increment();
    warning.warn();
    return true;
  }

  /** Whether so much is held. */
  boolean isScarce() {
    return held.get() >= limit;
  }

  /** How many octets are held. */
  long held() {
    return held.get();
  }

  /** How many clients were refused for this since the start. */
  long shed() {
    return shed.sum();
  }
}
