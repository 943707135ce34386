package org.gatehouse.adapter.socket.http1;

import java.nio.ByteBuffer;
import org.gatehouse.domain.field.Fields;
import org.gatehouse.domain.message.ContentFraming;
import org.gatehouse.domain.message.RequestHead;

/**
 * One reading of a head, in the words of the vector tables.
 *
 * @param progress how it ended
 * @param outcome {@code more}, the violation, or the head without its field lines
 * @param fields the field lines of a complete head, each in brackets
 * @param consumed octets taken from the buffer by the call that ended it
 */
record HeadReading(HeadReader.Progress progress, String outcome, String fields, int consumed) {

  /** Reads the octets as they arrive: up to each of the ends in turn, then all of them. */
  static HeadReading of(WireLimits limits, byte[] octets, int... ends) {
    HeadReader reader = new HeadReader(limits);
    for (int i = 0; i <= ends.length; i++) {
      int end = i < ends.length ? ends[i] : octets.length;
      ByteBuffer input = elsewhere(octets, end, i);
      int start = input.position();
      HeadReader.Progress progress = reader.read(input);
      if (progress != HeadReader.Progress.NEED_MORE || i == ends.length) {
        return of(reader, progress, input.position() - start);
      }
      if (input.position() != start) {
        throw new AssertionError("octets of an incomplete head were consumed");
      }
    }
    throw new AssertionError();
  }

  /** Reads the octets with a reader that has read others before, and remembers. */
  static HeadReading after(WireLimits limits, byte[] before, byte[] octets) {
    HeadReader reader = new HeadReader(limits);
    reader.read(elsewhere(before, before.length, 1));
    reader.reset();
    ByteBuffer input = elsewhere(octets, octets.length, 2);
    int start = input.position();
    HeadReader.Progress progress = reader.read(input);
    return of(reader, progress, input.position() - start);
  }

  /**
   * A buffer with the first octets in it, at another address every time; what lies around them is
   * another request, so that reading it would show.
   */
  static ByteBuffer elsewhere(byte[] octets, int end, int turn) {
    byte[] around = WireText.octets("GET /wrong HTTP/1.1⏎⏎");
    int offset = turn % 5;
    byte[] array = new byte[offset + end + around.length];
    System.arraycopy(around, 0, array, 0, offset);
    System.arraycopy(octets, 0, array, offset, end);
    System.arraycopy(around, 0, array, offset + end, around.length);
    ByteBuffer buffer = ByteBuffer.wrap(array, offset, end);
    return turn % 2 == 0 ? buffer : buffer.slice();
  }

  private static HeadReading of(HeadReader reader, HeadReader.Progress progress, int consumed) {
    return switch (progress) {
      case NEED_MORE -> new HeadReading(progress, "more", "", consumed);
      case REJECTED -> new HeadReading(progress, reader.violation().name(), "", consumed);
      case COMPLETE ->
          new HeadReading(
              progress, outcome(reader.head()), fields(reader.head().fields()), consumed);
    };
  }

  private static String outcome(RequestHead head) {
    ContentFraming framing = head.framing();
    return head.methodToken()
        + " "
        + head.target().raw()
        + " "
        + head.version().major()
        + "."
        + head.version().minor()
        + " "
        + framing.kind()
        + (framing.kind() == ContentFraming.Kind.LENGTH ? " " + framing.length() : "");
  }

  private static String fields(Fields fields) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < fields.size(); i++) {
      text.append('[').append(fields.name(i)).append(": ").append(fields.value(i)).append(']');
    }
    return text.toString();
  }
}
