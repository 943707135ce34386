package org.gatehouse.application.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.gatehouse.application.Outcomes;
import org.gatehouse.application.RequestMaker;
import org.gatehouse.application.fake.FixedGauges;
import org.gatehouse.application.fake.SettableClock;
import org.gatehouse.application.metrics.TrafficCounters;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.port.out.ServerGauges;
import org.gatehouse.domain.message.Status;
import org.junit.jupiter.api.Test;

class MetricsEndpointTest {
  private final SettableClock clock = new SettableClock();
  private final Lifecycle lifecycle = new Lifecycle(clock);
  private final TrafficCounters traffic = new TrafficCounters();

  private Response get(ServerGauges gauges) {
    MetricsEndpoint endpoint = new MetricsEndpoint(traffic, gauges, lifecycle);
    return Outcomes.answered(
        endpoint.routes().get(0).handler().handle(RequestMaker.get("/metrics").request()));
  }

  @Test
  void tellsAllThatWasCounted() {
    clock.advance(Duration.ofMillis(1_250));
    traffic.count("/a\"b", Status.OK, 7);
    traffic.count("/c", Status.OK, 20);
    traffic.count("/c", Status.NOT_FOUND, 5);
    traffic.count("", Status.BAD_REQUEST, 1);
    Response response = get(FixedGauges.distinct());
    assertEquals("application/json", Outcomes.field(response, "Content-Type"));
    assertEquals(
        "{\"uptime_seconds\":1.2,\"requests_total\":4,"
            + "\"requests_by_status\":{\"200\":2,\"400\":1,\"404\":1},"
            + "\"requests_by_path\":{\"/c\":2,\"/a\\\"b\":1,\"other\":1},"
            + "\"thread_pool\":{\"total_workers\":10,\"active_workers\":3,\"idle_workers\":7,"
            + "\"queue_depth\":5},"
            + "\"connections\":{\"open\":17,\"accepted\":4711},"
            + "\"bytes\":{\"sent\":33}}\n",
        Outcomes.text(response));
  }

  @Test
  void leavesOutOtherPathsWhereThereAreNone() {
    traffic.count("/a", Status.OK, 0);
    assertTrue(
        Outcomes.text(get(FixedGauges.distinct())).contains("\"requests_by_path\":{\"/a\":1},"));
  }

  @Test
  void hasNoNegativeNumberOfIdleWorkers() {
    ServerGauges inMotion = new FixedGauges(10, 11, 0, 0, 0);
    assertTrue(Outcomes.text(get(inMotion)).contains("\"idle_workers\":0"));
  }
}
