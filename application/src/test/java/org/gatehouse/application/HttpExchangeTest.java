package org.gatehouse.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatehouse.application.fake.InMemoryResourceRepository.Step;
import org.gatehouse.application.fake.SettableClock;
import org.gatehouse.application.metrics.TrafficSnapshot.PathCount;
import org.gatehouse.application.port.in.ContentReceiver;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Exchange;
import org.gatehouse.application.port.in.Exchange.Ending;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.application.port.out.AccessLog;
import org.gatehouse.application.port.out.StorageFailure;
import org.gatehouse.domain.message.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can become of an exchange after its head was taken, and what is reported of it. */
class HttpExchangeTest {
  private static final Refusal STALLED =
      Refusal.of(Status.REQUEST_TIMEOUT, "The content did not arrive in time.");
  private static final String CREDENTIALS = "Basic YW5uOnNlY3JldA==";

  private static final class RecordingReceiver implements ContentReceiver {
    private final List<String> events = new ArrayList<>();

    @Override
    public void accept(ByteBuffer content) {
      events.add("accept " + content.remaining());
    }

    @Override
    public Decision complete() {
      events.add("complete");
      return Decision.later(() -> Decision.answer(StubHandler.text("stored")));
    }

    @Override
    public void abort() {
      events.add("abort");
    }
  }

  @Test
  void completesWhatAWorkerAnswers() {
    OriginFixture server =
        new OriginFixture(
            request ->
                Decision.later(
                    () -> Decision.later(() -> Decision.answer(StubHandler.text("late")))));
    Decision first = server.exchange(RequestMaker.get("/a")).decision();
    Response response = Outcomes.answered(Outcomes.worked(Outcomes.worked(first)));
    assertEquals("late", Outcomes.text(response));
    assertEquals("request-1", Outcomes.field(response, "X-Request-Id"));
    assertEquals(1, server.ledger.ids().size());
  }

  @Test
  void completesWhatAReceiverAnswers() {
    RecordingReceiver receiver = new RecordingReceiver();
    OriginFixture server = new OriginFixture(request -> Decision.receive(receiver));
    RequestMaker put = RequestMaker.of("PUT", "/a").content(5).with("Authorization", CREDENTIALS);
    ContentReceiver seen = Outcomes.receiver(server.exchange(put).decision());
    seen.accept(ByteBuffer.allocate(3));
    seen.accept(ByteBuffer.allocate(2));
    Response response = Outcomes.answered(Outcomes.worked(seen.complete()));
    assertEquals("stored", Outcomes.text(response));
    assertEquals("request-1", Outcomes.field(response, "X-Request-Id"));
    assertEquals(List.of("accept 3", "accept 2", "complete"), receiver.events);
  }

  @Test
  void handsOnAnAbort() {
    RecordingReceiver receiver = new RecordingReceiver();
    OriginFixture server = new OriginFixture(request -> Decision.receive(receiver));
    RequestMaker put = RequestMaker.of("PUT", "/a").content(5).with("Authorization", CREDENTIALS);
    Outcomes.receiver(server.exchange(put).decision()).abort();
    assertEquals(List.of("abort"), receiver.events);
  }

  @Test
  void aHandlerThatThrowsIsAnsweredWithoutAWordOfWhy() {
    OriginFixture server =
        new OriginFixture(
            request -> {
              throw new IllegalStateException("/srv/secret");
            });
    for (String accept : List.of("*/*", "text/html", "application/json")) {
      Response response = server.answer(RequestMaker.get("/a").with("Accept", accept));
      assertEquals(500, response.status().code());
      String text = Outcomes.text(response);
      assertTrue(text.contains(Outcomes.field(response, "X-Request-Id")), text);
      assertFalse(text.contains("secret") || text.contains("Exception"), text);
    }
    assertEquals(200, server.answer(RequestMaker.get("/user-agent")).status().code());
  }

  @Test
  void aHandlerThatRunsOutOfStackIsAnsweredToo() {
    OriginFixture server =
        new OriginFixture(
            request -> {
              throw new StackOverflowError();
            });
    assertEquals(500, server.answer(RequestMaker.get("/a")).status().code());
  }

  @Test
  void aWorkerThatThrowsIsForTheWireToReport() {
    OriginFixture server =
        new OriginFixture(
            request ->
                Decision.later(
                    () -> {
                      throw new StorageFailure(StorageFailure.Kind.FULL, "/srv/secret", null);
                    }));
    Exchange exchange = server.exchange(RequestMaker.get("/a"));
    Decision decision = exchange.decision();
    StorageFailure failure = assertThrows(StorageFailure.class, () -> Outcomes.worked(decision));
    Response response = exchange.fail(failure);
    assertEquals(507, response.status().code());
    assertFalse(Outcomes.text(response).contains("secret"));
    exchange.finished(Ending.COMPLETE, 10);
    assertEquals(Status.INSUFFICIENT_STORAGE, server.accessLog.only().status());
  }

  @ParameterizedTest
  @CsvSource({"FULL, 507", "DENIED, 403", "BROKEN, 500"})
  void failsAsStorageDoes(StorageFailure.Kind kind, int status) {
    OriginFixture server = OriginFixture.answering("hello");
    Exchange exchange = server.exchange(RequestMaker.get("/a"));
    exchange.decision();
    Response response = exchange.fail(new StorageFailure(kind, "/srv/secret", null));
    assertEquals(status, response.status().code());
  }

  @Test
  void aFixedResponseWhoseStorageFailsIsAFailureOfTheWorker() {
    OriginFixture server = OriginFixture.answering("hello");
    server.repository.failAt(Step.FIND, StorageFailure.Kind.DENIED);
    Exchange exchange = server.exchange(RequestMaker.get("/"));
    Decision decision = exchange.decision();
    StorageFailure failure = assertThrows(StorageFailure.class, () -> Outcomes.worked(decision));
    assertEquals(403, exchange.fail(failure).status().code());
  }

  @Test
  void aRefusalOfTheWireReplacesTheResponse() {
    OriginFixture server = OriginFixture.answering("hello");
    Exchange exchange = server.exchange(RequestMaker.get("/a"));
    Response first = Outcomes.answered(exchange.decision());
    Response second = exchange.refuse(STALLED);
    assertEquals(Status.REQUEST_TIMEOUT, second.status());
    assertEquals("request-1", Outcomes.field(second, "X-Request-Id"));
    assertEquals(Outcomes.field(first, "Set-Cookie"), Outcomes.field(second, "Set-Cookie"));
    assertEquals(1, server.ledger.ids().size());
    exchange.finished(Ending.COMPLETE, 3);
    assertEquals(Status.REQUEST_TIMEOUT, server.accessLog.only().status());
  }

  @Test
  void aRefusalOfTheWireHasNoContentForHead() {
    Exchange exchange = OriginFixture.answering("x").exchange(RequestMaker.of("HEAD", "/a"));
    exchange.decision();
    Response response = exchange.refuse(STALLED);
    assertEquals(List.of(), response.body().parts());
    assertTrue(response.body().length() > 0);
  }

  @Test
  void isReportedOnce() {
    OriginFixture server = OriginFixture.answering("hello");
    Exchange exchange =
        server.exchange(
            RequestMaker.get("/a%20b?c=d")
                .with("Referer", "http://r\u00e9f/")
                .with("User-Agent", "curl/8"));
    exchange.decision();
    server.clock.advance(Duration.ofMillis(12));
    exchange.finished(Ending.COMPLETE, 5);
    exchange.finished(Ending.ABORTED, 9);
    assertEquals(
        new AccessLog.Entry(
            SettableClock.START,
            "192.0.2.7",
            "",
            "GET",
            "/a%20b?c=d",
            "HTTP/1.1",
            Status.OK,
            5,
            Duration.ofMillis(12),
            "http://r\u00e9f/",
            "curl/8",
            "request-1"),
        server.accessLog.only());
    assertEquals(List.of(new PathCount("/a b", 1)), server.traffic.snapshot().byPath());
    assertEquals(Map.of(Status.OK, 1L), server.traffic.snapshot().byStatus());
    assertEquals(5, server.traffic.snapshot().sentOctets());
  }

  @Test
  void isReportedWithItsUser() {
    OriginFixture server = OriginFixture.answering("hello");
    Exchange exchange = server.exchange(RequestMaker.get("/a").with("Authorization", CREDENTIALS));
    exchange.decision();
    exchange.finished(Ending.COMPLETE, 5);
    assertEquals("ann", server.accessLog.only().user());
    assertFalse(server.accessLog.only().toString().contains("secret"));
  }

  @Test
  void isReportedAlsoWhereThereNeverWasAResponse() {
    OriginFixture server = new OriginFixture(request -> Decision.later(() -> null));
    Exchange exchange = server.exchange(RequestMaker.get("/a"));
    exchange.decision();
    exchange.finished(Ending.ABORTED, 0);
    assertEquals(Status.BAD_REQUEST, server.accessLog.only().status());
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "GET,     /a,          /a",
    "GET,     /a?b=c,      /a",
    "GET,     /%61,        /a",
    "GET,     /user-agent, /user-agent",
    "OPTIONS, *,           *",
    "GET,     /%00,        other",
    "GET,     /a/../b,     other",
    "CONNECT, a:80,        other",
    "GET,     /health,     none",
    "POST,    /health,     none",
  })
  void countsByDecodedPath(String method, String target, String counted) {
    OriginFixture server = OriginFixture.answering("hello");
    Exchange exchange = server.exchange(RequestMaker.of(method, target));
    exchange.decision();
    exchange.finished(Ending.COMPLETE, 1);
    List<PathCount> paths = server.traffic.snapshot().byPath();
    boolean apart = !counted.equals("other") && !counted.equals("none");
    assertEquals(apart ? List.of(new PathCount(counted, 1)) : List.of(), paths);
    assertEquals(counted.equals("other") ? 1 : 0, server.traffic.snapshot().otherPaths());
    assertEquals(1, server.accessLog.entries().size());
  }
}
