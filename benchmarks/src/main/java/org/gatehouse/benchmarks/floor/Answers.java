package org.gatehouse.benchmarks.floor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * One response, as often in a row as it fits into one write and at least once: as long as those of
 * other servers, and made before anybody asks.
 */
final class Answers {
  private static final int BATCH = 64 * 1024;

  private final int length;
  private final ByteBuffer octets;

  /**
   * Makes the response.
   *
   * @param status the code and its reason; 304 has no content
   * @param fields further fields, each with its line end
   */
  Answers(String status, byte[] content, String fields) {
    boolean empty = status.startsWith("304");
    String described = "Content-Type: image/png\r\nContent-Length: " + content.length + "\r\n";
    String head =
        "HTTP/1.1 "
            + status
            + "\r\nServer: floor\r\nDate: Thu, 01 Jan 2026 00:00:00 GMT\r\n"
            + "Last-Modified: Thu, 01 Jan 2026 00:00:00 GMT\r\n"
            + "ETag: \"1767225600000000000-1024\"\r\n"
            + (empty ? "" : described)
            + fields
            + "\r\n";
    byte[] first = head.getBytes(StandardCharsets.US_ASCII);
    length = first.length + (empty ? 0 : content.length);
    int times = Math.max(1, BATCH / length);
    octets = ByteBuffer.allocateDirect(times * length);
    for (int i = 0; i < times; i++) {
      octets.put(first).put(content, 0, length - first.length);
    }
  }

  private Answers(int length, ByteBuffer octets) {
    this.length = length;
    this.octets = octets;
  }

  /** The same for another thread. */
  Answers copy() {
    return new Answers(length, octets.duplicate());
  }

  /** How many octets so many answers are. */
  long octets(int answers) {
    return (long) length * answers;
  }

  /**
   * Writes on.
   *
   * @param owed octets of whole answers that are not written yet
   * @return those that the network has not taken
   */
  long write(SocketChannel channel, long owed) throws IOException {
    long left = owed;
    while (left > 0) {
      int begun = (int) ((length - left % length) % length);
      octets.clear().position(begun);
      octets.limit((int) Math.min(octets.capacity(), begun + left));
      left -= channel.write(octets);
      if (octets.hasRemaining()) {
        return left;
      }
    }
    return 0;
  }
}
