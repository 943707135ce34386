package org.gatehouse.examples;

import java.util.OptionalLong;
import java.util.function.Function;
import org.gatehouse.application.endpoint.Answers;
import org.gatehouse.application.endpoint.Endpoint;
import org.gatehouse.application.error.ErrorResponses;
import org.gatehouse.application.json.JsonWriter;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.route.Request;
import org.gatehouse.application.route.Route;
import org.gatehouse.domain.message.Status;

/** Tells how much there is of an article, as JSON: {@code GET /stock/{article}}. */
public final class StockRoute {
  private final Function<String, OptionalLong> stock;
  private final ErrorResponses errors = new ErrorResponses();

  /**
   * A route.
   *
   * @param stock knows the number of an article; may wait, such as for a database
   */
  public StockRoute(Function<String, OptionalLong> stock) {
    this.stock = stock;
  }

  /** What a builder takes. HEAD, OPTIONS and 405 come by themselves. */
  public Route route() {
    // What may wait is for a worker: the loop has other clients.
    return Route.of(
        "/stock/{article}", Endpoint.reading(request -> Decision.later(() -> answer(request))));
  }

  private Decision answer(Request request) {
    String article = request.path().name();
    OptionalLong count = stock.apply(article);
    if (count.isEmpty()) {
      Refusal unknown = Refusal.of(Status.NOT_FOUND, "There is no such article:");
      return Decision.answer(errors.of(request, unknown));
    }
    JsonWriter json =
        new JsonWriter()
            .object()
            .member("article", article)
            .member("count", count.getAsLong())
            .endObject();
    return Decision.answer(Answers.json(Status.OK, json));
  }
}
