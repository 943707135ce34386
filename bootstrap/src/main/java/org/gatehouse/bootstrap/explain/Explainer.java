package org.gatehouse.bootstrap.explain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.gatehouse.adapter.socket.http1.HeadReader;
import org.gatehouse.adapter.socket.http1.HeadReader.Progress;
import org.gatehouse.adapter.socket.http1.Violation;
import org.gatehouse.application.port.in.ConnectionInfo;
import org.gatehouse.application.port.in.Exchange;
import org.gatehouse.application.port.in.Origin;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.bootstrap.explain.Trace.Part;
import org.gatehouse.domain.message.ContentFraming;
import org.gatehouse.domain.message.RequestHead;

/** Has a request decided, and gives what was seen of it. */
public final class Explainer {
  private final Origin origin;
  private final HeadReader reader;
  private final Rehearsal rehearsal;

  /**
   * An explainer.
   *
   * @param origin a server that was put together around the rehearsal
   * @param reader reads heads as the server's sockets do
   */
  public Explainer(Origin origin, HeadReader reader, Rehearsal rehearsal) {
    this.origin = origin;
    this.reader = reader;
    this.rehearsal = rehearsal;
  }

  /**
   * Explains a request.
   *
   * @param serverPort the port on which it arrives
   * @throws IOException if its content cannot be read
   */
  public Explanation explain(Ask ask, int serverPort) throws IOException {
    String text = ask.head();
    ConnectionInfo connection = new ConnectionInfo("127.0.0.1", 0, serverPort, "http");
    Trace trace = rehearsal.trace();
    boolean complete =
        reader.read(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8))) == Progress.COMPLETE;
    Exchange exchange = complete ? accepted(connection) : refused(connection);
    try (InputStream content = content(ask, complete)) {
      Response response = new Performance(exchange, trace, content).response();
      rehearsal.conclude();
      return new Explanation(text, trace.all(), response);
    }
  }

  private Exchange accepted(ConnectionInfo connection) {
    RequestHead head = reader.head();
    ContentFraming framing = head.framing();
    rehearsal
        .trace()
        .add(Part.FRAMING, "head", "in order", described(framing, head.method().writes()));
    return origin.accept(head, connection);
  }

  private static String described(ContentFraming framing, boolean writes) {
    if (!framing.isAnnounced()) {
      return writes ? "no content; --content FILE brings some" : "no content";
    }
    return framing.length() >= 0 ? framing.length() + " octets of content" : "chunked content";
  }

  private Exchange refused(ConnectionInfo connection) {
    Violation violation = reader.violation();
    rehearsal
        .trace()
        .add(
            Part.FRAMING,
            "head",
            "refused",
            violation.publicText()
                + " ("
                + (violation.section().startsWith("RFC") ? "" : "RFC 9112 ")
                + violation.section()
                + ")");
    return origin.refuse(Refusal.of(violation.status(), violation.publicText()), connection);
  }

  private InputStream content(Ask ask, boolean complete) throws IOException {
    if (ask.content().isPresent()) {
      return Files.newInputStream(ask.content().get());
    }
    long length = complete ? reader.head().framing().length() : 0;
    if (length > 0) {
      rehearsal
          .trace()
          .add(
              Part.FRAMING,
              "content",
              "blanks",
              "they stand for what is not known; --content FILE names it");
    }
    return new Blanks(length);
  }
}
