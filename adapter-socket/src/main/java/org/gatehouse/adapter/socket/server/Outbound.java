package org.gatehouse.adapter.socket.server;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.gatehouse.adapter.socket.http1.Persistence;
import org.gatehouse.adapter.socket.http1.ResponseWriter;
import org.gatehouse.application.port.body.Body;
import org.gatehouse.application.port.body.Part;
import org.gatehouse.application.port.body.Slice;
import org.gatehouse.application.port.in.Response;

/**
 * One connection's responses on their way out.
 *
 * <p>Small responses are put into the loop's shared buffer, one after the other, and go out in one
 * write at the end of the event. What the network does not take at once stays here, and the
 * connection waits until it does: a slow reader costs a buffer or an open file, never a thread.
 */
final class Outbound {
  /** How much of a slice is moved in one step, and how many steps before others have their turn. */
  private static final long STEP = 1 << 20;

  private static final int STEPS = 8;
  private static final int MOST_COPIED = 1 << 18;

  /** Up to here it costs less to read a slice and send it with its head than to send it apart. */
  private static final int MOST_GATHERED = 1 << 13;

  private final Transport transport;
  private final ByteBuffer buffer;
  private final ResponseWriter writer;

  /** What the network has not taken of the shared buffer, or null. */
  private ByteBuffer unsent;

  private Body body = Body.none();
  private int part;
  private long position;
  private long contentSent;
  private boolean progressed;

  /** What a worker has to make ready before more of it can be sent, or null; and from where. */
  private Slice unready;

  private long unreadyAt;

  /**
   * Makes the outward side of a connection.
   *
   * @param buffer the loop's, empty at the beginning of each event
   * @param writer the loop's
   */
  Outbound(Transport transport, ByteBuffer buffer, ResponseWriter writer) {
    this.transport = transport;
    this.buffer = buffer;
    this.writer = writer;
  }

  /** Puts {@code 100 Continue} in front of the response that is to come (RFC 9110 §10.1.1). */
  void sendContinue() throws IOException {
    if (!ResponseWriter.writeContinue(buffer)) {
      flush();
      ResponseWriter.writeContinue(buffer);
    }
  }

  /**
   * Takes a response. Its body is closed as soon as all of it is on its way, or by {@link #close}.
   *
   * @return whether all of it is in the buffer or out; else {@link #pump} goes on
   */
  boolean send(Response response, Persistence persistence) throws IOException {
    body = response.body();
    part = 0;
    position = 0;
    contentSent = 0;
    if (!writer.writeHead(response.head(), body.length(), persistence, buffer)) {
      flush();
      if (!writer.writeHead(response.head(), body.length(), persistence, buffer)) {
        throw new IOException("a response head is larger than the buffer");
      }
    }
    while (part < body.parts().size() && copied(body.parts().get(part))) {
      nextPart();
    }
    if (part == body.parts().size()) {
      closeBody();
      return true;
    }
    return pump();
  }

  /** Copies a part that is small enough into the buffer; whether it was. */
  private boolean copied(Part next) throws IOException {
    long length = next.length();
    if (length > buffer.remaining()) {
      return false;
    }
    // By type, not by match: the usual part is not to cost two functions and a step.
    if (next instanceof Part.Octets octets) {
      copy(octets.content());
      return advance(length) == length;
    }
    return length <= MOST_GATHERED && advance(gather((Part.Section) next)) == length;
  }

  private void copy(ByteBuffer content) {
    int end = buffer.position() + content.remaining();
    buffer.put(buffer.position(), content, content.position(), content.remaining());
    buffer.position(end);
  }

  private long gather(Part.Section section) throws IOException {
    int limit = buffer.limit();
    int start = buffer.position();
    buffer.limit(start + (int) section.length());
    try {
      long from = section.position();
      while (buffer.hasRemaining() && section.slice().isReady(from)) {
        long step = section.slice().read(from, buffer);
        if (step == 0) {
          throw new EOFException("the content ends too soon");
        }
        from += step;
      }
      return buffer.position() - start;
    } finally {
      buffer.limit(limit);
    }
  }

  private void nextPart() {
    part++;
    position = 0;
  }

  /**
   * Sends on, as far as the network takes it.
   *
   * @return whether everything is out
   */
  boolean pump() throws IOException {
    int steps = 0;
    while (part < body.parts().size()) {
      Part current = body.parts().get(part);
      long rest = current.length() - position;
      if (rest == 0) {
        nextPart();
        continue;
      }
      long moved = current.match(this::writeOctets, section -> transfer(section, rest)).result();
      if (moved == 0 || ++steps == STEPS) {
        return false;
      }
    }
    closeBody();
    return flush();
  }

  /** Lets a step throw through a function that cannot. */
  private record Step(long moved, IOException failure) {
    long result() throws IOException {
      if (failure != null) {
        throw failure;
      }
      return moved;
    }
  }

  /** Writes what is waiting and a part in memory with one call. */
  private Step writeOctets(Part.Octets octets) {
    try {
      ByteBuffer content = octets.content().duplicate();
      content.position(content.position() + (int) position);
      // The JDK copies heap memory before it writes: no more of it than a socket is likely to take.
      content.limit(content.position() + Math.min(content.remaining(), MOST_COPIED));
      long before = content.remaining();
      if (!moveBehindUnsent()) {
        return new Step(0, null);
      }
      buffer.flip();
      noteProgress(
          buffer.hasRemaining() ? transport.write(buffer, content) : transport.write(content));
      buffer.compact();
      return new Step(advance(before - content.remaining()), null);
    } catch (IOException broken) {
      return new Step(0, broken);
    }
  }

  private Step transfer(Part.Section section, long rest) {
    try {
      if (!flush()) {
        return new Step(0, null);
      }
      long from = section.position() + position;
      if (!section.slice().isReady(from)) {
        unready = section.slice();
        unreadyAt = from;
        return new Step(0, null);
      }
      long moved = transport.transfer(section.slice(), from, Math.min(STEP, rest));
      noteProgress(moved);
      return new Step(advance(moved), null);
    } catch (IOException broken) {
      return new Step(0, broken);
    }
  }

  private long advance(long octets) {
    position += octets;
    contentSent += octets;
    return octets;
  }

  /** Writes the older octets; whether they are all out, so that the buffer comes next. */
  private boolean moveBehindUnsent() throws IOException {
    if (unsent == null) {
      return true;
    }
    noteProgress(transport.write(unsent));
    if (unsent.hasRemaining()) {
      return false;
    }
    unsent = null;
    return true;
  }

  /**
   * Writes what is in the buffer and keeps what the network does not take, so that the buffer is
   * free for the next connection.
   *
   * @return whether everything is out
   */
  boolean flush() throws IOException {
    buffer.flip();
    if (moveBehindUnsent() && buffer.hasRemaining()) {
      noteProgress(transport.write(buffer));
    }
    if (buffer.hasRemaining()) {
      int older = unsent == null ? 0 : unsent.remaining();
      ByteBuffer all = ByteBuffer.allocate(older + buffer.remaining());
      if (older > 0) {
        all.put(unsent);
      }
      unsent = all.put(buffer).flip();
    }
    buffer.clear();
    return unsent == null;
  }

  private void noteProgress(long octets) {
    progressed |= octets > 0;
  }

  /** Whether it waits for content to be made, rather than for the network. */
  boolean awaitsContent() {
    return unready != null;
  }

  /** Takes the work of making that content, which may wait; then {@link #pump} goes on. */
  Content takeUnready() {
    Slice slice = unready;
    long from = unreadyAt;
    unready = null;
    return () -> slice.prepare(from);
  }

  /** Makes content. */
  @FunctionalInterface
  interface Content {
    void make() throws IOException;
  }

  /** Whether something waits for the network to take it, or for content. */
  boolean isBlocked() {
    return unsent != null || part < body.parts().size();
  }

  /** How many octets of the heap are held for this connection alone. */
  long held() {
    long held = unsent == null ? 0 : unsent.capacity();
    for (int i = part; i < body.parts().size(); i++) {
      held += body.parts().get(i).match(Outbound::ownOctets, section -> section.slice().held());
    }
    return held;
  }

  private static long ownOctets(Part.Octets octets) {
    return octets.shared() ? 0 : octets.length();
  }

  /** Whether the network took an octet since this was last asked. */
  boolean hasProgressed() {
    boolean answer = progressed;
    progressed = false;
    return answer;
  }

  /** How many octets of the last response's content were handed to the network. */
  long contentSent() {
    return contentSent;
  }

  private void closeBody() {
    body.close();
    body = Body.none();
    part = 0;
  }

  /** Gives up what was not sent. */
  void close() {
    unsent = null;
    unready = null;
    closeBody();
  }
}
