package org.gatehouse.application.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.port.out.ContentCoder;
import org.gatehouse.application.route.Refusals;
import org.gatehouse.application.route.Request;
import org.gatehouse.application.route.Route;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.message.ContentFraming;
import org.gatehouse.domain.message.Status;
import org.gatehouse.domain.negotiation.AcceptEncoding;
import org.gatehouse.domain.negotiation.ContentCoding;

/**
 * Sends back what came: the rest of the path, decoded, or the content. As plain text whatever it
 * was, so that nobody can have this server vouch for a page of theirs (CWE-79); as gzip for whoever
 * prefers that, however short it is, so that it can be tried out.
 */
final class EchoEndpoint {
  /** The most content that is kept to be sent back, in octets. */
  static final int MOST_CONTENT = 1 << 20;

  private static final List<ContentCoding> CODINGS =
      List.of(ContentCoding.GZIP, ContentCoding.IDENTITY);
  private static final List<ContentCoding> PLAIN = List.of(ContentCoding.IDENTITY);
  private static final FieldLines VARY = FieldLines.of(FieldName.VARY, FieldName.ACCEPT_ENCODING);
  private static final byte[] OK = "OK".getBytes(StandardCharsets.US_ASCII);

  private static final Refusal TOO_LARGE =
      Refusal.of(Status.CONTENT_TOO_LARGE, "No more than " + MOST_CONTENT + " octets are echoed.");
  private static final Refusal NOT_ACCEPTABLE =
      new Refusal(
          Status.NOT_ACCEPTABLE,
          "The echo can be had plain or as gzip, and as neither here.",
          VARY);

  private final ContentCoder coder;
  private final Refusals refusals;

  EchoEndpoint(ContentCoder coder, Refusals refusals) {
    this.coder = coder;
    this.refusals = refusals;
  }

  List<Route> routes() {
    return List.of(
        Route.of("/echo", Endpoint.posting(this::content)),
        Route.of("/echo/{text}", Endpoint.reading(this::text)));
  }

  private Decision text(Request request) {
    String text = request.path().toString().substring("/echo/".length());
    return answer(request, text.getBytes(StandardCharsets.UTF_8));
  }

  private Decision content(Request request) {
    ContentFraming framing = request.head().framing();
    if (!framing.hasContent()) {
      return answer(request, OK);
    }
    if (framing.length() > MOST_CONTENT) {
      return refuse(request, TOO_LARGE);
    }
    return Decision.receive(
        new EchoReceiver(
            MOST_CONTENT,
            content -> answer(request, content.length == 0 ? OK : content),
            () -> refuse(request, TOO_LARGE)));
  }

  private Decision answer(Request request, byte[] content) {
    AcceptEncoding accepted =
        AcceptEncoding.of(request.fields().combined(FieldName.ACCEPT_ENCODING));
    Optional<ContentCoding> coding = accepted.choose(content.length == 0 ? PLAIN : CODINGS);
    return coding
        .map(chosen -> Decision.answer(coded(chosen, content)))
        .orElseGet(() -> refuse(request, NOT_ACCEPTABLE));
  }

  private Response coded(ContentCoding coding, byte[] content) {
    return coding == ContentCoding.IDENTITY
        ? Answers.text(content).with(VARY)
        : Answers.text(coder.encode(coding, content))
            .with(FieldName.CONTENT_ENCODING, coding.token())
            .with(VARY);
  }

  private Decision refuse(Request request, Refusal refusal) {
    return Decision.answer(refusals.of(request, refusal));
  }
}
