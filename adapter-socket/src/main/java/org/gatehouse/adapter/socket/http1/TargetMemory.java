package org.gatehouse.adapter.socket.http1;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Optional;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.target.RequestTarget;

/**
 * The targets that were read a moment ago, found by the octets they were read from: most requests
 * ask for what another one has asked for before, and need not have it parsed again.
 *
 * <p>A table of a fixed size; each target has one place in it, where it displaces another. Only
 * paths are remembered (RFC 9112 §3.2.1), which mean the same with every method that takes them. To
 * be used by one thread at a time.
 */
public final class TargetMemory {
  private static final int SLOTS = 256;
  private static final int LONGEST = 256;

  private final Known[] known = new Known[SLOTS];

  private record Known(byte[] octets, Optional<RequestTarget> target) {}

  /**
   * Reads a target, or remembers it.
   *
   * @param octets holds the target, which is not empty
   * @return empty if it is malformed
   */
  Optional<RequestTarget> parse(Method method, byte[] octets, int from, int to) {
    if (octets[from] != '/' || to - from > LONGEST || method.asksByAuthority()) {
      return read(method, octets, from, to);
    }
    int slot = hash(octets, from, to) & (SLOTS - 1);
    Known last = known[slot];
    if (last == null || !Arrays.equals(last.octets, 0, last.octets.length, octets, from, to)) {
      last = new Known(Arrays.copyOfRange(octets, from, to), read(method, octets, from, to));
      known[slot] = last;
    }
    return last.target;
  }

  private static Optional<RequestTarget> read(Method method, byte[] octets, int from, int to) {
    return RequestTarget.parse(method, new String(octets, from, to - from, US_ASCII));
  }

  private static int hash(byte[] octets, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + octets[i];
    }
    // The low bits alone would depend on little more than the last octets.
    return hash ^ (hash >>> 16);
  }
}
