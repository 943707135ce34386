package org.gatehouse.adapter.socket.http1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.gatehouse.adapter.socket.http1.ContentDecoder.Step;
import org.gatehouse.domain.message.ContentFraming;

/**
 * One reading of content.
 *
 * @param outcome {@code MORE}, {@code END} or the violation
 * @param content what came out
 * @param consumed octets taken from all pieces
 */
record ContentReading(String outcome, byte[] content, int consumed) {

  /** Decodes the pieces as they arrive, with an output that has so much room each time. */
  static ContentReading of(
      ContentFraming framing, WireLimits limits, List<byte[]> pieces, int room) {
    ContentDecoder decoder = ContentDecoder.of(framing, limits);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    ByteBuffer output = ByteBuffer.allocate(room);
    int consumed = 0;
    Step step = Step.MORE;
    for (int i = 0; i < pieces.size() && step == Step.MORE; i++) {
      ByteBuffer input = HeadReading.elsewhere(pieces.get(i), pieces.get(i).length, i);
      do {
        int start = input.position();
        step = decoder.decode(input, output);
        consumed += input.position() - start;
        if (step == Step.MORE && input.hasRemaining() && output.hasRemaining()) {
          throw new AssertionError("stopped with octets and room left");
        }
        content.write(output.array(), 0, output.position());
        output.clear();
      } while (step == Step.MORE && input.hasRemaining());
    }
    String outcome = step == Step.REJECTED ? decoder.violation().name() : step.name();
    return new ContentReading(outcome, content.toByteArray(), consumed);
  }
}
