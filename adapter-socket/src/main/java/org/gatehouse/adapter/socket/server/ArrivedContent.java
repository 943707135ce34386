package org.gatehouse.adapter.socket.server;

import java.nio.ByteBuffer;
import org.gatehouse.application.port.in.ContentReceiver;
import org.gatehouse.application.port.in.Decision;

/**
 * The whole content of a request, if it has come together with the head. A worker that finds that
 * content is wanted has it at hand, and need not come back to the loop for it.
 */
final class ArrivedContent {
  private final ContentBuffers buffers;
  private final ByteBuffer octets;
  private boolean wanted;

  private ArrivedContent(ContentBuffers buffers, ByteBuffer octets) {
    this.buffers = buffers;
    this.octets = octets;
  }

  /**
   * Takes the content from the input.
   *
   * @param length of the content
   * @return null if there is none, not all of it has come, or it is too large for one buffer
   */
  static ArrivedContent take(long length, ByteBuffer input, ContentBuffers buffers) {
    if (length == 0 || length > input.remaining() || length > ContentBuffers.SIZE) {
      return null;
    }
    int octets = (int) length;
    ByteBuffer content = buffers.take(octets).limit(octets);
    content.put(0, input, input.position(), octets);
    input.position(input.position() + octets);
    return new ArrivedContent(buffers, content);
  }

  /**
   * Runs on a worker: gives the content to its receiver.
   *
   * @return the next decision; null if the content was given away before
   */
  Decision deliver(Decision.Receive receive) {
    if (wanted) {
      return null;
    }
    wanted = true;
    ContentReceiver receiver = receive.receiver();
    try {
      receiver.accept(octets);
      return receiver.complete();
    } catch (RuntimeException | Error failure) {
      receiver.abort();
      throw failure;
    }
  }

  /** How many octets of the heap it holds. */
  int held() {
    return ContentBuffers.held(octets);
  }

  /** Lets go of it, on the loop. */
  void drop() {
    buffers.giveBack(octets);
  }
}
