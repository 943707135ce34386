package org.gatehouse.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Exchange;
import org.gatehouse.application.port.in.Exchange.Ending;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.message.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ExchangeLogTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger(ExchangeLog.class);
  private final ListAppender<ILoggingEvent> records = new ListAppender<>();
  private final OriginFixture server = OriginFixture.answering("hello");

  @BeforeEach
  void listen() {
    records.start();
    logger.addAppender(records);
    logger.setLevel(Level.TRACE);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(records);
    logger.setLevel(null);
  }

  private void exchange(RequestMaker request) {
    Exchange exchange = server.exchange(request);
    exchange.decision();
    server.clock.advance(Duration.ofNanos(12_345_678));
    exchange.finished(Ending.COMPLETE, 5);
  }

  private List<String> lines() {
    return records.list.stream().map(e -> e.getLevel() + " " + e.getFormattedMessage()).toList();
  }

  @Test
  void anAnsweredRequestLeavesTwoRecords() {
    exchange(RequestMaker.get("/a?b").with("Accept", "*/*"));
    assertEquals(
        List.of(
            "DEBUG request-1 from 192.0.2.7: GET /a?b HTTP/1.1, no content; "
                + "Host: localhost; Accept: */*",
            "INFO request-1 GET /a?b 200, 5 octets in 12.345 ms"),
        lines());
  }

  @Test
  void aRefusedRequestLeavesThree() {
    exchange(RequestMaker.of("PUT", "/a").content(1_001));
    assertEquals(
        List.of(
            "DEBUG request-1 from 192.0.2.7: PUT /a HTTP/1.1, 1001 octets of content; "
                + "Host: localhost",
            "INFO request-1 PUT /a 413, 5 octets in 12.345 ms",
            "WARN request-1 PUT /a 413: The content is larger than 1000 octets."),
        lines());
  }

  @Test
  void theReasonOfAHandlerIsKept() {
    OriginFixture refusing =
        new OriginFixture(
            request ->
                Decision.answer(
                    StubHandler.text("x").with("X-Own", "1").because("unused for a success")));
    Exchange exchange = refusing.exchange(RequestMaker.get("/a"));
    exchange.decision();
    exchange.refuse(Refusal.of(Status.CONFLICT, "The name is taken."));
    exchange.finished(Ending.COMPLETE, 0);
    assertEquals("WARN request-1 GET /a 409: The name is taken.", lines().get(2));
  }

  @Test
  void anAbortIsSaid() {
    Exchange exchange = server.exchange(RequestMaker.get("/a"));
    exchange.decision();
    exchange.finished(Ending.ABORTED, 2);
    assertEquals("INFO request-1 GET /a 200, 2 octets in 0.000 ms, aborted", lines().get(1));
  }

  @Test
  void aConnectionThatVanishesIsWarnedOf() {
    OriginFixture slow = new OriginFixture(request -> Decision.later(() -> null));
    Exchange exchange = slow.exchange(RequestMaker.get("/a"));
    exchange.decision();
    exchange.finished(Ending.ABORTED, 0);
    assertEquals(
        "WARN request-1 GET /a 400: The connection ended before there was a response.",
        lines().get(2));
  }

  @Test
  void aFailureLeavesItsStackInTheLogAlone() {
    IllegalStateException failure = new IllegalStateException("why");
    Exchange exchange = server.exchange(RequestMaker.get("/a"));
    exchange.decision();
    exchange.fail(failure);
    exchange.finished(Ending.COMPLETE, 5);
    ILoggingEvent record = records.list.get(1);
    assertEquals(Level.ERROR, record.getLevel());
    assertEquals("request-1 failed", record.getFormattedMessage());
    assertEquals("why", record.getThrowableProxy().getMessage());
    assertTrue(record.getThrowableProxy().getStackTraceElementProxyArray().length > 0);
    assertEquals("WARN request-1 GET /a 500: The server failed to answer this.", lines().get(3));
  }

  @Test
  void aHeadThatNeverWasLeavesWhatIsKnown() {
    Refusal refusal = Refusal.of(Status.BAD_REQUEST, "A field name is empty.");
    Exchange exchange = server.origin.refuse(refusal, RequestMaker.CONNECTION);
    exchange.decision();
    exchange.finished(Ending.COMPLETE, 60);
    assertEquals(
        List.of(
            "INFO request-1 - - 400, 60 octets in 0.000 ms",
            "WARN request-1 - - 400: A field name is empty."),
        lines());
  }

  @Test
  void wantOfRoomIsWarnedOfByWhoeverHasNone() {
    Refusal full = Refusal.of(Status.SERVICE_UNAVAILABLE, "Too many connections are open.");
    Exchange exchange = server.origin.refuse(full, RequestMaker.CONNECTION);
    exchange.decision();
    exchange.finished(Ending.COMPLETE, 60);
    assertEquals(List.of("INFO request-1 - - 503, 60 octets in 0.000 ms"), lines());
  }

  @Test
  void secretsAreKeptBackAndOctetsEscaped() {
    FieldLines fields =
        FieldLines.of(
            "Host", "localhost",
            "AUTHORIZATION", "Basic c2VjcmV0",
            "cookie", "id=secret",
            "Proxy-Authorization", "Basic c2VjcmV0",
            "User-Agent", "a\"b\t\u009b31m\u00e9");
    exchange(RequestMaker.get("/a").fields(fields));
    assertEquals(
        "DEBUG request-1 from 192.0.2.7: GET /a HTTP/1.1, no content; Host: localhost; "
            + "AUTHORIZATION: (kept back); cookie: (kept back); "
            + "Proxy-Authorization: (kept back); User-Agent: a\\\"b\\x09\\x9b31m\u00e9",
        lines().get(0));
    assertFalse(lines().toString().contains("c2VjcmV0"));
    assertFalse(lines().toString().contains("secret"));
  }

  @Test
  void aPlaceholderInATargetStaysOne() {
    // Braces cannot stand in a target, but may in a field, and must not be filled there.
    exchange(RequestMaker.get("/a").with("X-Braces", "{} {}"));
    assertTrue(lines().get(0).endsWith("X-Braces: {} {}"), lines().get(0));
  }

  @Test
  void aLevelThatIsOffLeavesNothing() {
    logger.setLevel(Level.WARN);
    exchange(RequestMaker.get("/a"));
    assertEquals(List.of(), lines());
    exchange(RequestMaker.of("PATCH", "/a"));
    assertEquals(List.of("WARN request-2 PATCH /a 405: This method is not allowed here."), lines());
    logger.setLevel(Level.INFO);
    exchange(RequestMaker.get("/b"));
    assertEquals("INFO request-3 GET /b 200, 5 octets in 12.345 ms", lines().get(1));
  }
}
