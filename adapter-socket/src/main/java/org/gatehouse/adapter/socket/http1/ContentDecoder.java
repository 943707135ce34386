package org.gatehouse.adapter.socket.http1;

import java.nio.ByteBuffer;
import org.gatehouse.domain.message.ContentFraming;

/** Takes the framing off one request's content (RFC 9112 §6, §7). */
public interface ContentDecoder {

  /** How far the content has come. */
  enum Step {
    /** The input is used up or the output is full. */
    MORE,
    /** The content is complete, its trailer section too; what follows stays in the input. */
    END,
    /** A rule was broken: {@link #violation()} says which. */
    REJECTED
  }

  /**
   * Moves octets of content from the input to the output. Framing is consumed even when the output
   * is full, so the end may be found without room for another octet.
   *
   * @param input received octets, of which none is looked at twice
   * @param output where content goes; it need not have room
   */
  Step decode(ByteBuffer input, ByteBuffer output);

  /**
   * The rule that was broken.
   *
   * @throws IllegalStateException if none was
   */
  Violation violation();

  /** A decoder for one request's content. */
  static ContentDecoder of(ContentFraming framing, WireLimits limits) {
    return switch (framing.kind()) {
      case NONE -> new LengthDecoder(0, limits);
      case LENGTH -> new LengthDecoder(framing.length(), limits);
      case CHUNKED -> new ChunkedDecoder(limits);
    };
  }
}
