package org.gatehouse.application.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.application.Outcomes;
import org.gatehouse.application.RequestMaker;
import org.gatehouse.application.StubHandler;
import org.gatehouse.application.fake.InMemoryResourceRepository;
import org.gatehouse.application.fake.InMemoryResourceRepository.Step;
import org.gatehouse.application.fake.SettableClock;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.application.route.Request;
import org.gatehouse.application.route.Routes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class HealthEndpointTest {
  private final SettableClock clock = new SettableClock();
  private final Lifecycle lifecycle = new Lifecycle(clock);
  private final InMemoryResourceRepository repository = new InMemoryResourceRepository(clock);
  private final List<String> ran = new ArrayList<>();
  private final HealthEndpoint health =
      new HealthEndpoint(
          lifecycle,
          List.of(
              new HealthCheck("root", repository::check),
              new HealthCheck("etags", () -> ran.add("etags"))),
          clock);
  private final Routes routes = new Routes(health.routes(), StubHandler.resources());

  private Decision ask(String target) {
    Request request = RequestMaker.get(target).request();
    return routes.of(request).handler().handle(request);
  }

  private Response checked(String target) {
    return Outcomes.answered(Outcomes.worked(ask(target)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/health/ready"})
  void isWellWhenAllChecksPass(String target) {
    clock.advance(Duration.ofMillis(142_399));
    Response response = checked(target);
    assertEquals(200, response.status().code());
    assertEquals(
        "{\"status\":\"ok\",\"uptime_seconds\":142.3,\"timestamp\":\"2026-03-30T10:04:44Z\","
            + "\"checks\":{\"root\":\"ok\",\"etags\":\"ok\"}}\n",
        Outcomes.text(response));
    assertEquals("application/json", Outcomes.field(response, "Content-Type"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/health/ready"})
  void isUnwellWhenACheckFails(String target) {
    repository.failAt(Step.CHECK, StorageFailure.Kind.BROKEN);
    Response response = checked(target);
    assertEquals(503, response.status().code());
    String text = Outcomes.text(response);
    assertTrue(text.contains("\"status\":\"failing\""), text);
    assertTrue(text.contains("\"reason\":\"A health check fails: root.\""), text);
    assertTrue(text.contains("\"checks\":{\"root\":\"failing\",\"etags\":\"ok\"}"), text);
    assertFalse(text.contains("CHECK"), text);
    assertEquals("A health check fails: root.", response.reason());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/health/ready"})
  void isUnwellAtOnceWhileDraining(String target) {
    lifecycle.drain();
    Response response = Outcomes.answered(ask(target));
    assertEquals(503, response.status().code());
    assertTrue(Outcomes.text(response).contains("\"status\":\"draining\""));
    assertEquals(List.of(), ran);
  }

  @Test
  void livesWhateverFails() {
    lifecycle.drain();
    repository.failAt(Step.CHECK, StorageFailure.Kind.BROKEN);
    assertEquals(200, Outcomes.answered(ask("/health/live")).status().code());
    assertEquals(List.of(), ran);
  }

  @Test
  void asksTheChecksOnceASecond() {
    checked("/health");
    clock.advance(Duration.ofMillis(999));
    assertEquals(200, Outcomes.answered(ask("/health/ready")).status().code());
    assertEquals(List.of("etags"), ran);
    clock.advance(Duration.ofMillis(1));
    checked("/health");
    assertEquals(List.of("etags", "etags"), ran);
  }

  @Test
  void remembersAFailureNoLonger() {
    repository.failAt(Step.CHECK, StorageFailure.Kind.BROKEN);
    checked("/health");
    repository.heal();
    assertEquals(503, Outcomes.answered(ask("/health")).status().code());
    clock.advance(Duration.ofSeconds(1));
    assertEquals(200, checked("/health").status().code());
  }

  @Test
  void logsWhenACheckBeginsToFailAndWhenItIsWellAgain() {
    Logger logger = (Logger) LoggerFactory.getLogger(HealthChecks.class);
    ListAppender<ILoggingEvent> records = new ListAppender<>();
    records.start();
    logger.addAppender(records);
    logger.setLevel(Level.INFO);
    try {
      repository.failAt(Step.CHECK, StorageFailure.Kind.BROKEN);
      for (int asked = 0; asked < 3; asked++) {
        checked("/health");
        clock.advance(Duration.ofSeconds(1));
      }
      repository.heal();
      checked("/health");
      assertEquals(
          List.of("health: root fails", "health: root is well again"),
          records.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
    } finally {
      logger.setLevel(null);
      logger.detachAppender(records);
    }
  }

  @Test
  void measuresItsUptimeWhateverTheTimeOfDay() {
    clock.advance(Duration.ofSeconds(5));
    clock.set(Instant.EPOCH);
    assertEquals(Duration.ofSeconds(5), lifecycle.uptime());
    String text = Outcomes.text(Outcomes.answered(ask("/health/live")));
    assertTrue(text.contains("\"uptime_seconds\":5.0,\"timestamp\":\"1970-01-01T00:00:00Z\""));
  }
}
