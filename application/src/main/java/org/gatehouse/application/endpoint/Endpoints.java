package org.gatehouse.application.endpoint;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.gatehouse.application.json.JsonWriter;
import org.gatehouse.application.metrics.Figures;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.out.Clock;
import org.gatehouse.application.port.out.ContentCoder;
import org.gatehouse.application.port.out.Exposition;
import org.gatehouse.application.route.ExchangeHandler;
import org.gatehouse.application.route.Refusals;
import org.gatehouse.application.route.Request;
import org.gatehouse.application.route.Route;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.message.Status;

/**
 * The endpoints by name, and the routes of those that are on.
 *
 * <p>Those that store are made elsewhere and join with {@link #add}.
 */
public final class Endpoints {
  private final Map<EndpointName, List<Route>> all = new EnumMap<>(EndpointName.class);
  private final List<Route> beside = new ArrayList<>();

  /**
   * The endpoints that store nothing.
   *
   * @param lifecycle tells how long the server has been up and whether it stops
   * @param checks tell whether its parts are well
   * @param figures tell what was counted and what the server is doing
   * @param exposition writes the figures for Prometheus
   * @param coder makes gzip of an echo
   * @param resources answers for the page that {@code /about} shows
   * @param refusals makes error responses
   * @param clock tells the time
   */
  public Endpoints(
      Lifecycle lifecycle,
      List<HealthCheck> checks,
      Figures figures,
      Exposition exposition,
      ContentCoder coder,
      ExchangeHandler resources,
      Refusals refusals,
      Clock clock) {
    add(EndpointName.HEALTH, new HealthEndpoint(lifecycle, checks, clock).routes());
    add(
        EndpointName.METRICS,
        new MetricsEndpoint(figures, lifecycle, exposition, refusals).routes());
    add(EndpointName.HELLO, reading("/api/hello", Endpoints::hello));
    add(EndpointName.ABOUT, new AboutEndpoint(resources).routes());
    add(EndpointName.ECHO, new EchoEndpoint(coder, refusals).routes());
    add(EndpointName.USER_AGENT, reading("/user-agent", Endpoints::userAgent));
  }

  private static List<Route> reading(String pattern, Function<Request, Decision> answer) {
    return List.of(Route.of(pattern, Endpoint.reading(answer)));
  }

  /** Adds the routes of an endpoint. */
  public void add(EndpointName name, List<Route> routes) {
    all.put(name, routes);
  }

  /** Adds a route that is on whatever the operator chose. */
  public void add(Route route) {
    beside.add(route);
  }

  /** The table of those that are on; one that is off leaves its paths to the resources. */
  public List<Route> on(Set<EndpointName> names) {
    return on(names, List.of());
  }

  /** The same, behind routes of others, which are listed with them. */
  public List<Route> on(Set<EndpointName> names, List<Route> first) {
    List<Route> table = new ArrayList<>(first);
    all.forEach(
        (name, routes) -> {
          if (names.contains(name)) {
            table.addAll(routes);
          }
        });
    table.addAll(beside);
    if (names.contains(EndpointName.ROUTES)) {
      table.addAll(list(table));
    }
    return table;
  }

  /** The endpoint that lists a table, and itself. */
  private static List<Route> list(List<Route> table) {
    StringBuilder lines = new StringBuilder();
    table.forEach(route -> lines.append(route.pattern()).append('\n'));
    String text = lines.append("/routes\n").toString();
    return reading("/routes", request -> Decision.answer(Answers.text(text)));
  }

  /**
   * The method is that of GET for HEAD too, so that both have the same fields (RFC 9110 §9.3.2).
   */
  private static Decision hello(Request request) {
    JsonWriter json =
        new JsonWriter()
            .object()
            .member("message", "Hello from Gatehouse")
            .member("method", Method.GET.token())
            .member("path", request.path().toString())
            .member("server", "Gatehouse")
            .endObject();
    return Decision.answer(Answers.json(Status.OK, json));
  }

  private static Decision userAgent(Request request) {
    return Decision.answer(Answers.text(request.fields().first(FieldName.USER_AGENT).orElse("")));
  }
}
