package org.gatehouse.adapter.socket.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import org.gatehouse.application.port.body.Body;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Exchange;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.message.Status;
import org.junit.jupiter.api.Test;

/** What happens to clients that take their time: each test waits for the end that must come. */
class DeadlineTest {
  private final ScriptedOrigin origin = new ScriptedOrigin().text("/", "hello");

  @Test
  void aConnectionThatNeverSendsIsClosedSilently() throws Exception {
    try (TestServer server = new TestServer.Settings().idle(TestServer.SHORT).start(origin);
        RawClient client = server.client()) {
      assertEquals("", client.rest());
      assertFalse(origin.hasMoreEnds());
    }
  }

  @Test
  void anIdleConnectionIsClosedSilently() throws Exception {
    try (TestServer server = new TestServer.Settings().idle(TestServer.SHORT).open();
        RawClient client = server.client()) {
      client.get("/");
      server.server().start(origin);
      client.reply();
      assertEquals("", client.rest());
    }
  }

  @Test
  void emptyLinesDoNotCountAsTheBeginningOfAHead() throws Exception {
    try (TestServer server = new TestServer.Settings().idle(TestServer.SHORT).open();
        RawClient client = server.client()) {
      client.send("\r\n");
      server.server().start(origin);
      assertEquals("", client.rest());
    }
  }

  @Test
  void aHeadThatDoesNotEndIs408() throws Exception {
    try (TestServer server = new TestServer.Settings().header(TestServer.SHORT).start(origin);
        RawClient client = server.client()) {
      RawClient.Reply reply = client.send("GET / HTTP/1.1\r\nHost: a\r\n").reply();
      assertEquals(408, reply.status());
      assertEquals("close", reply.field("Connection"));
      assertTrue(client.isClosed());
    }
  }

  @Test
  void contentThatStallsIs408AndNothingIsKept() throws Exception {
    RecordingReceiver receiver = new RecordingReceiver();
    origin.on("/up", head -> Decision.receive(receiver));
    try (TestServer server = new TestServer.Settings().body(TestServer.SHORT).start(origin);
        RawClient client = server.client()) {
      client.send("PUT /up HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc");
      assertEquals(408, client.reply().status());
      Latches.await(receiver.aborted);
      assertTrue(client.isClosed());
    }
  }

  @Test
  void unwantedContentThatStallsEndsTheConnection() throws Exception {
    try (TestServer server = new TestServer.Settings().body(TestServer.SHORT).start(origin);
        RawClient client = server.client()) {
      client.send("POST /404 HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc");
      assertEquals(404, client.reply().status());
      assertEquals("", client.rest());
    }
  }

  @Test
  void aClientThatReadsNothingIsCutOff() throws Exception {
    byte[] large = new byte[20_000_000];
    origin.on(
        "/large",
        head -> Decision.answer(Response.of(Status.OK, FieldLines.empty(), Body.of(large))));
    try (TestServer server = new TestServer.Settings().write(TestServer.SHORT).start(origin);
        RawClient client = new RawClient(server.port(), 4096)) {
      client.get("/large");
      ScriptedOrigin.End end = origin.end();
      assertEquals(Exchange.Ending.ABORTED, end.ending());
      assertTrue(end.octets() < large.length);
    }
  }

  @Test
  void waitingForAWorkerIsNotTheClientsFault() throws Exception {
    CountDownLatch expired = new CountDownLatch(1);
    origin.on(
        "/slow",
        head ->
            Decision.later(
                () -> {
                  Latches.await(expired);
                  return Decision.answer(ScriptedOrigin.ok("slow"));
                }));
    TestServer.Settings impatient =
        new TestServer.Settings()
            .idle(TestServer.SHORT)
            .header(TestServer.SHORT)
            .body(TestServer.SHORT);
    try (TestServer server = impatient.open();
        RawClient waiting = server.client();
        RawClient witness = server.client();
        RawClient other = server.client()) {
      waiting.get("/slow");
      server.server().start(origin);
      // Two connections that came later run out of time, so the first one's time is up as well.
      assertEquals("", witness.rest());
      assertEquals("", other.rest());
      expired.countDown();
      assertEquals("slow", waiting.reply().text());
    }
  }
}
