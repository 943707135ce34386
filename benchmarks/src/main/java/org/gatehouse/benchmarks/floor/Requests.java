package org.gatehouse.benchmarks.floor;

import java.nio.ByteBuffer;

/**
 * Counts the requests of a connection by their empty lines, and notices {@code Connection: close}:
 * the one field that any server has to see.
 */
final class Requests {
  private static final byte[] CLOSE = {
    '\n', 'C', 'o', 'n', 'n', 'e', 'c', 't', 'i', 'o', 'n', ':', ' ', 'c', 'l'
  };

  private int matchedClose;
  private int lineEnds;
  private boolean close;

  /** How many requests end in these octets. */
  int count(ByteBuffer input) {
    int ended = 0;
    while (input.hasRemaining()) {
      byte octet = input.get();
      if (octet == '\n') {
        lineEnds++;
        matchedClose = 1;
        if (lineEnds == 2) {
          ended++;
          lineEnds = 0;
        }
      } else if (octet != '\r') {
        lineEnds = 0;
        matchField(octet);
      }
    }
    return ended;
  }

  private void matchField(byte octet) {
    if (matchedClose > 0) {
      matchedClose = CLOSE[matchedClose] == octet ? matchedClose + 1 : 0;
      if (matchedClose == CLOSE.length) {
        close = true;
        matchedClose = 0;
      }
    }
  }

  /** Whether a request wanted to be the last one. */
  boolean saidClose() {
    return close;
  }
}
