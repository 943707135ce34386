package org.gatehouse.adapter.socket.http1;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.domain.message.RequestHead;
import org.gatehouse.domain.message.Status;

/**
 * What our readers make of a whole connection, driven as the server drives them: head, content,
 * head, until a rule is broken, a request is the last one, or there is no more.
 *
 * @param requests method, target and content of each
 * @param end {@code open}, {@code close} or a status
 */
record ConnectionReading(List<String> requests, String end) {
  /** Small, so that content is drained often. */
  private static final int ROOM = 7;

  /** Reads octets that arrive so many at a time. */
  static ConnectionReading of(WireLimits limits, byte[] octets, int step) {
    return new Driver(limits, octets).read(step);
  }

  private static final class Driver {
    private final WireLimits limits;
    private final HeadReader heads;
    private final ByteBuffer input;
    private final int length;
    private final List<String> requests = new ArrayList<>();
    private RequestHead head;
    private ContentDecoder decoder;
    private StringBuilder content;
    private String end;

    Driver(WireLimits limits, byte[] octets) {
      this.limits = limits;
      this.heads = new HeadReader(limits);
      this.input = ByteBuffer.wrap(octets).limit(0);
      this.length = octets.length;
    }

    ConnectionReading read(int step) {
      while (end == null) {
        boolean goesOn = decoder == null ? head() : content();
        if (!goesOn && end == null) {
          if (input.limit() == length) {
            end = "open";
          } else {
            input.limit(Math.min(length, input.limit() + step));
          }
        }
      }
      return new ConnectionReading(requests, end);
    }

    private boolean head() {
      int before = input.position();
      HeadReader.Progress progress = heads.read(input);
      if (progress == HeadReader.Progress.NEED_MORE) {
        if (input.position() != before) {
          throw new AssertionError("octets of an incomplete head were consumed");
        }
        return false;
      }
      if (progress == HeadReader.Progress.REJECTED) {
        end = Integer.toString(heads.violation().status().code());
        return false;
      }
      head = heads.head();
      heads.reset();
      content = new StringBuilder();
      if (head.framing().hasContent()) {
        decoder = ContentDecoder.of(head.framing(), limits);
      } else {
        complete();
      }
      return true;
    }

    private boolean content() {
      ByteBuffer output = ByteBuffer.allocate(ROOM);
      int before = input.position();
      ContentDecoder.Step step = decoder.decode(input, output);
      content.append(new String(output.array(), 0, output.position(), ISO_8859_1));
      switch (step) {
        case REJECTED -> end = Integer.toString(decoder.violation().status().code());
        case END -> complete();
        default -> {
          return input.position() > before;
        }
      }
      return true;
    }

    private void complete() {
      decoder = null;
      requests.add(head.methodToken() + " " + head.target().raw() + " " + content);
      if (!Persistence.decide(head, Status.OK, 1, 1, false).persists()) {
        end = "close";
      }
    }
  }
}
