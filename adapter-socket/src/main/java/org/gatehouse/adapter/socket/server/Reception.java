package org.gatehouse.adapter.socket.server;

import java.nio.ByteBuffer;
import org.gatehouse.adapter.socket.http1.ContentDecoder;
import org.gatehouse.application.port.in.ContentReceiver;
import org.gatehouse.application.port.in.Decision;

/**
 * The content of one request on its way to its receiver: the loop takes the framing off, a worker
 * hands the octets over, one buffer at a time. While the worker has the buffer the loop does not
 * read, so a client can send no faster than the storage takes it.
 */
final class Reception {
  private static final int BUFFER = 64 * 1024;

  private final ContentReceiver receiver;
  private final ContentDecoder decoder;
  private final ByteBuffer buffer;

  private boolean handedOver;
  private boolean complete;

  Reception(ContentReceiver receiver, ContentDecoder decoder, long expected) {
    this.receiver = receiver;
    this.decoder = decoder;
    this.buffer = ByteBuffer.allocate((int) Math.min(BUFFER, Math.max(1, expected)));
  }

  /** Takes octets from the input, as far as there is room. */
  ContentDecoder.Step decode(ByteBuffer input) {
    ContentDecoder.Step step = decoder.decode(input, buffer);
    complete = step == ContentDecoder.Step.END;
    return step;
  }

  /** Whether there is something for the receiver: octets, or the end. */
  boolean isWorthHandingOver() {
    return complete || buffer.position() > 0;
  }

  /** Whether the content was read to its end. */
  boolean isComplete() {
    return complete;
  }

  /** Says that a worker has the buffer from now on. */
  void handOver() {
    handedOver = true;
    buffer.flip();
  }

  /** Whether a worker has the buffer. */
  boolean isHandedOver() {
    return handedOver;
  }

  /**
   * Runs on a worker: gives the octets to the receiver.
   *
   * @return the next decision if the content is complete, else null
   */
  Decision deliver() {
    if (buffer.hasRemaining()) {
      receiver.accept(buffer);
    }
    return complete ? receiver.complete() : null;
  }

  /** Takes the buffer back from the worker. */
  void takeBack() {
    handedOver = false;
    buffer.clear();
  }

  ContentDecoder decoder() {
    return decoder;
  }

  ContentReceiver receiver() {
    return receiver;
  }
}
