package org.gatehouse.adapter.socket.server;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.gatehouse.adapter.socket.http1.WireLimits;

/**
 * How a {@link SocketServer} listens and what it allows.
 *
 * @param address where to listen; port 0 picks a free one
 * @param loops how many event loops, at least 1
 * @param workers how many worker threads, at least 1
 * @param queue how many tasks may wait for a worker before requests are refused
 * @param maxConnections how many connections may be open
 * @param maxRequests how many requests one connection may send
 * @param timeouts how long is waited for what
 * @param limits how large heads and content may be
 */
public record ServerOptions(
    InetSocketAddress address,
    int loops,
    int workers,
    int queue,
    int maxConnections,
    int maxRequests,
    Timeouts timeouts,
    WireLimits limits) {

  /**
   * How long is waited for what (contract, section 5).
   *
   * @param idle for the first octet of a head
   * @param header from a head's first octet to its last
   * @param body for the next octets of content
   * @param write for the network to take an octet
   */
  public record Timeouts(Duration idle, Duration header, Duration body, Duration write) {

    /** The shortest of them, for the rhythm in which deadlines are looked at. */
    Duration shortest() {
      Duration shortest = idle;
      for (Duration other : new Duration[] {header, body, write}) {
        shortest = other.compareTo(shortest) < 0 ? other : shortest;
      }
      return shortest;
    }
  }

  /**
   * Checks the counts.
   *
   * @throws IllegalArgumentException if one is below 1 (0 for the queue)
   */
  public ServerOptions {
    if (loops < 1 || workers < 1 || queue < 0 || maxConnections < 1 || maxRequests < 1) {
      throw new IllegalArgumentException("a count is too small");
    }
  }
}
