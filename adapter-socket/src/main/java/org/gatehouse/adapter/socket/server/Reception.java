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
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final ContentReceiver receiver;
  private final ContentDecoder decoder;
  private final ContentBuffers buffers;

  /** Only there from the arrival of octets to their delivery: a slow sender holds none. */
  private ByteBuffer buffer = NOTHING;

  private boolean complete;

  Reception(ContentReceiver receiver, ContentDecoder decoder, ContentBuffers buffers) {
    this.receiver = receiver;
    this.decoder = decoder;
    this.buffers = buffers;
  }

  /** Takes octets from the input, as far as there is room. */
  ContentDecoder.Step decode(ByteBuffer input) {
    // Content is never longer than what it is framed in.
    buffer = buffers.take(input.remaining());
    ContentDecoder.Step step = decoder.decode(input, buffer);
    complete = step == ContentDecoder.Step.END;
    if (buffer.position() == 0) {
      takeBack();
    }
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
    buffer.flip();
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

  /** Takes the buffer back from the worker, or from whoever else does not need it any more. */
  void takeBack() {
    buffers.giveBack(buffer);
    buffer = NOTHING;
  }

  /** How many octets of the heap are held for this content. Not to be asked of a worker's. */
  long held() {
    return ContentBuffers.held(buffer) + receiver.held();
  }

  ContentDecoder decoder() {
    return decoder;
  }

  ContentReceiver receiver() {
    return receiver;
  }
}
