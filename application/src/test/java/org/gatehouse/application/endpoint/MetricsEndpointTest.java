package org.gatehouse.application.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.gatehouse.application.Outcomes;
import org.gatehouse.application.RequestMaker;
import org.gatehouse.application.error.ErrorResponses;
import org.gatehouse.application.fake.FixedCacheGauges;
import org.gatehouse.application.fake.FixedGauges;
import org.gatehouse.application.fake.SettableClock;
import org.gatehouse.application.metrics.Figures;
import org.gatehouse.application.metrics.TrafficCounters;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.port.out.ServerGauges;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.message.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsEndpointTest {
  private static final String PROMETHEUS_ASKS =
      "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,"
          + "application/openmetrics-text;version=0.0.1;q=0.5,"
          + "text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,"
          + "text/plain;version=0.0.4;q=0.3,*/*;q=0.2";

  private final SettableClock clock = new SettableClock();
  private final Lifecycle lifecycle = new Lifecycle(clock);
  private final TrafficCounters traffic = new TrafficCounters();

  private Decision ask(ServerGauges gauges, RequestMaker request) {
    MetricsEndpoint endpoint =
        new MetricsEndpoint(
            new Figures(traffic, gauges, FixedCacheGauges.distinct()),
            lifecycle,
            format -> format.name().getBytes(StandardCharsets.US_ASCII),
            new ErrorResponses());
    return endpoint.routes().get(0).handler().handle(request.request());
  }

  private Response json(ServerGauges gauges) {
    return Outcomes.answered(ask(gauges, RequestMaker.get("/metrics")));
  }

  private void count(String path, Method method, Status status, long received, long sent) {
    count(1_000_000, path, method, status, received, sent);
  }

  private void count(
      long nanos, String path, Method method, Status status, long received, long sent) {
    traffic.begin();
    traffic.count(path, method, status, nanos, received, sent);
  }

  @Test
  void tellsAllThatWasCounted() {
    clock.advance(Duration.ofMillis(1_250));
    traffic.begin();
    count(250_000, "/a\"b", Method.GET, Status.OK, 0, 7);
    count(1_500_001, "/c", Method.PUT, Status.OK, 40, 20);
    count("/c", Method.GET, Status.NOT_FOUND, 2, 5);
    count("", Method.UNREGISTERED, Status.BAD_REQUEST, 0, 1);
    Response response = json(FixedGauges.distinct());
    assertEquals("application/json", Outcomes.field(response, "Content-Type"));
    assertEquals("Accept", Outcomes.field(response, "Vary"));
    assertEquals(
        "{\"uptime_seconds\":1.2,\"requests_total\":4,\"requests_active\":1,"
            + "\"request_duration_seconds\":{\"count\":4,\"sum\":0.003750001,\"buckets\":{"
            + "\"0.0001\":0,\"0.00025\":1,\"0.0005\":1,\"0.001\":3,\"0.0025\":4,\"0.005\":4,"
            + "\"0.01\":4,\"0.025\":4,\"0.05\":4,\"0.075\":4,\"0.1\":4,\"0.25\":4,\"0.5\":4,"
            + "\"0.75\":4,\"1\":4,\"2.5\":4,\"5\":4,\"7.5\":4,\"10\":4,\"+Inf\":4}},"
            + "\"requests_by_status\":{\"200\":2,\"400\":1,\"404\":1},"
            + "\"requests_by_path\":{\"/c\":2,\"/a\\\"b\":1,\"other\":1},"
            + "\"thread_pool\":{\"total_workers\":10,\"active_workers\":3,\"idle_workers\":7,"
            + "\"queue_depth\":5,\"shed_requests\":6},"
            + "\"connections\":{\"open\":17,\"accepted\":4711,\"refused\":8},"
            + "\"bytes\":{\"received\":42,\"sent\":33},"
            + "\"cache\":{\"hits\":90,\"misses\":11,\"entries\":12,\"bytes\":13000}}\n",
        Outcomes.text(response));
  }

  @Test
  void leavesOutOtherPathsWhereThereAreNone() {
    count("/a", Method.GET, Status.OK, 0, 0);
    assertTrue(
        Outcomes.text(json(FixedGauges.distinct())).contains("\"requests_by_path\":{\"/a\":1},"));
  }

  @Test
  void hasNoNegativeNumberOfIdleWorkers() {
    ServerGauges inMotion = new FixedGauges(10, 11, 0, 0, 0, 0, 0, 0, 0);
    assertTrue(Outcomes.text(json(inMotion)).contains("\"idle_workers\":0"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "/metrics|none|json",
        "/metrics|*/*|json",
        "/metrics|text/html,application/xhtml+xml,*/*;q=0.8|json",
        "/metrics|application/json|json",
        "/metrics|text/plain|PROMETHEUS",
        "/metrics|text/plain;version=0.0.4|PROMETHEUS",
        "/metrics|text/*;q=0.5,application/json;q=0.4|PROMETHEUS",
        "/metrics|text/plain;q=0.4,application/json;q=0.5|json",
        "/metrics|application/openmetrics-text|OPEN_METRICS",
        "/metrics|" + PROMETHEUS_ASKS + "|OPEN_METRICS",
        "/metrics?format=prometheus|application/json|PROMETHEUS",
        "/metrics?format=openmetrics|none|OPEN_METRICS",
        "/metrics?format=json|text/plain|json",
      })
  void choosesTheFormat(String target, String accept, String format) {
    RequestMaker request = RequestMaker.get(target);
    Decision decision =
        ask(FixedGauges.distinct(), accept == null ? request : request.with("Accept", accept));
    Response response =
        format.equals("json")
            ? Outcomes.answered(decision)
            : Outcomes.answered(Outcomes.worked(decision));
    assertEquals(200, response.status().code());
    String type =
        switch (format) {
          case "PROMETHEUS" -> "text/plain; version=0.0.4; charset=utf-8";
          case "OPEN_METRICS" -> "application/openmetrics-text; version=1.0.0; charset=utf-8";
          default -> "application/json";
        };
    assertEquals(type, Outcomes.field(response, "Content-Type"));
    assertTrue(Outcomes.text(response).startsWith(format.equals("json") ? "{" : format));
  }

  @Test
  void refusesAFormatThatThereIsNot() {
    Response response =
        Outcomes.answered(ask(FixedGauges.distinct(), RequestMaker.get("/metrics?format=xml")));
    assertEquals(400, response.status().code());
    assertTrue(Outcomes.text(response).contains("json, prometheus, openmetrics"));
  }
}
