package org.gatehouse.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gatehouse.application.fake.SettableClock;
import org.gatehouse.application.port.in.Exchange;
import org.gatehouse.application.port.in.Exchange.Ending;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.port.out.AccessLog;
import org.gatehouse.domain.message.Status;
import org.junit.jupiter.api.Test;

class HeadlessExchangeTest {
  private static final Refusal FULL =
      Refusal.of(Status.SERVICE_UNAVAILABLE, "Too many connections.", "Retry-After", "77");

  private final OriginFixture server = OriginFixture.answering("hello");
  private final Exchange exchange = server.origin.refuse(FULL, RequestMaker.CONNECTION);

  @Test
  void answersAtOnceInALineOfText() {
    Response response = Outcomes.answered(exchange.decision());
    assertEquals(Status.SERVICE_UNAVAILABLE, response.status());
    assertEquals(
        "503 Service Unavailable: Too many connections. (request request-1)\n",
        Outcomes.text(response));
    assertEquals("77", Outcomes.field(response, "Retry-After"));
    assertEquals("request-1", Outcomes.field(response, "X-Request-Id"));
    assertEquals("nosniff", Outcomes.field(response, "X-Content-Type-Options"));
    assertEquals("Mon, 30 Mar 2026 10:02:22 GMT", Outcomes.field(response, "Date"));
    assertFalse(response.head().fields().contains("Set-Cookie"));
    assertEquals(List.of(), server.ledger.ids());
  }

  @Test
  void isReportedOnceWithoutWhatIsNotKnown() {
    exchange.decision();
    server.clock.advance(Duration.ofMillis(3));
    exchange.finished(Ending.COMPLETE, 9);
    exchange.finished(Ending.COMPLETE, 9);
    assertEquals(
        new AccessLog.Entry(
            SettableClock.START,
            "192.0.2.7",
            "",
            "",
            "",
            "",
            Status.SERVICE_UNAVAILABLE,
            9,
            Duration.ofMillis(3),
            "",
            "",
            "request-1"),
        server.accessLog.only());
    assertEquals(Map.of(Status.SERVICE_UNAVAILABLE, 1L), server.traffic.snapshot().byStatus());
    assertEquals(1, server.traffic.snapshot().otherPaths());
  }

  @Test
  void canFailAndBeRefusedAnew() {
    exchange.decision();
    assertEquals(500, exchange.fail(new IllegalStateException("x")).status().code());
    Refusal late = Refusal.of(Status.REQUEST_TIMEOUT, "Too late.");
    assertEquals(408, exchange.refuse(late).status().code());
    exchange.finished(Ending.ABORTED, 0);
    assertEquals(Status.REQUEST_TIMEOUT, server.accessLog.only().status());
  }
}
