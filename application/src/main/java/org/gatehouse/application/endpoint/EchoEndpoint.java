package org.gatehouse.application.endpoint;

import java.util.List;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.route.Refusals;
import org.gatehouse.application.route.Request;
import org.gatehouse.application.route.Route;
import org.gatehouse.domain.message.ContentFraming;
import org.gatehouse.domain.message.Status;

/**
 * Sends back what came: the rest of the path, decoded, or the content. As plain text whatever it
 * was, so that nobody can have this server vouch for a page of theirs (CWE-79).
 */
final class EchoEndpoint {
  /** The most content that is kept to be sent back, in octets. */
  static final int MOST_CONTENT = 1 << 20;

  private static final Refusal TOO_LARGE =
      Refusal.of(Status.CONTENT_TOO_LARGE, "No more than " + MOST_CONTENT + " octets are echoed.");

  private final Refusals refusals;

  EchoEndpoint(Refusals refusals) {
    this.refusals = refusals;
  }

  List<Route> routes() {
    return List.of(
        Route.of("/echo", Endpoint.posting(this::content)),
        Route.of("/echo/{text}", Endpoint.reading(this::text)));
  }

  private Decision text(Request request) {
    String path = request.path().toString();
    return Decision.answer(Answers.text(path.substring("/echo/".length())));
  }

  private Decision content(Request request) {
    ContentFraming framing = request.head().framing();
    if (!framing.hasContent()) {
      return answer(new byte[0]);
    }
    if (framing.length() > MOST_CONTENT) {
      return tooLarge(request);
    }
    return Decision.receive(
        new EchoReceiver(MOST_CONTENT, EchoEndpoint::answer, () -> tooLarge(request)));
  }

  private static Decision answer(byte[] content) {
    return Decision.answer(content.length == 0 ? Answers.text("OK") : Answers.text(content));
  }

  private Decision tooLarge(Request request) {
    return Decision.answer(refusals.of(request, TOO_LARGE));
  }
}
