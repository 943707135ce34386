package org.gatehouse.adapter.socket.http1;

import java.nio.ByteBuffer;

/** Content of a known length, which may be none (RFC 9112 §6.2). */
final class LengthDecoder implements ContentDecoder {
  private final boolean tooLarge;
  private long left;

  LengthDecoder(long length, WireLimits limits) {
    tooLarge = length > limits.maxContent();
    left = length;
  }

  @Override
  public Step decode(ByteBuffer input, ByteBuffer output) {
    if (tooLarge) {
      return Step.REJECTED;
    }
    left -= move(input, output, left);
    return left == 0 ? Step.END : Step.MORE;
  }

  @Override
  public Violation violation() {
    if (!tooLarge) {
      throw new IllegalStateException("no rule was broken");
    }
    return Violation.CONTENT_TOO_LARGE;
  }

  /** Moves as many octets as there are, fit and are wanted; returns how many. */
  static int move(ByteBuffer input, ByteBuffer output, long wanted) {
    int count = (int) Math.min(wanted, Math.min(input.remaining(), output.remaining()));
    output.put(output.position(), input, input.position(), count);
    input.position(input.position() + count);
    output.position(output.position() + count);
    return count;
  }
}
