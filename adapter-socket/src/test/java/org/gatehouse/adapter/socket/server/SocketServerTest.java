package org.gatehouse.adapter.socket.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.BindException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gatehouse.adapter.socket.http1.WireLimits;
import org.gatehouse.application.port.body.Body;
import org.gatehouse.application.port.in.ConnectionInfo;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Exchange;
import org.gatehouse.application.port.in.Origin;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.message.RequestHead;
import org.gatehouse.domain.message.Status;
import org.junit.jupiter.api.Test;

/** Requests and responses over real sockets: persistence, pipelining, order, ends. */
class SocketServerTest {
  private final ScriptedOrigin origin = new ScriptedOrigin().text("/", "hello").text("/2", "two");

  @Test
  void answersAndPersists() throws Exception {
    try (TestServer server = TestServer.start(origin);
        RawClient client = server.client()) {
      RawClient.Reply first = client.get("/").reply();
      assertEquals(200, first.status());
      assertEquals("hello", first.text());
      assertEquals("timeout=30, max=999", first.field("Keep-Alive"));
      assertEquals("timeout=30, max=998", client.get("/2").reply().field("Keep-Alive"));
      assertEquals(new ScriptedOrigin.End("/", Exchange.Ending.COMPLETE, 5), origin.end());
      assertEquals(new ScriptedOrigin.End("/2", Exchange.Ending.COMPLETE, 3), origin.end());
    }
  }

  @Test
  void headHasTheLengthAndNoContent() throws Exception {
    try (TestServer server = TestServer.start(origin);
        RawClient client = server.client()) {
      client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\n\r\n");
      assertEquals("5", client.reply(false).field("Content-Length"));
      assertEquals("two", client.reply().text());
    }
  }

  @Test
  void answersPipelinedRequestsInOrder() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    origin.on(
        "/slow",
        head ->
            Decision.later(
                () -> {
                  Latches.await(release);
                  return Decision.answer(ScriptedOrigin.ok("slow"));
                }));
    try (TestServer server = TestServer.start(origin);
        RawClient client = server.client()) {
      client.get("/").get("/slow").get("/2").get("/");
      assertEquals("hello", client.reply().text());
      release.countDown();
      assertEquals("slow", client.reply().text());
      assertEquals("two", client.reply().text());
      assertEquals("hello", client.reply().text());
    }
  }

  @Test
  void answersAThousandPipelinedRequests() throws Exception {
    try (TestServer server = new TestServer.Settings().maxRequests(5000).start(origin);
        RawClient client = server.client()) {
      client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n".repeat(2000));
      for (int i = 0; i < 2000; i++) {
        assertEquals("hello", client.reply().text(), "response " + i);
      }
    }
  }

  @Test
  void takesAHeadOctetByOctet() throws Exception {
    try (TestServer server = TestServer.start(origin);
        RawClient client = server.client()) {
      String request = "GET / HTTP/1.1\r\nHost: localhost\r\nX-A: b\r\n\r\n";
      for (int round = 0; round < 2; round++) {
        for (char c : request.toCharArray()) {
          client.send(String.valueOf(c));
        }
        assertEquals("hello", client.reply().text());
      }
    }
  }

  @Test
  void closesAfterTheLastRequestAllowed() throws Exception {
    try (TestServer server = new TestServer.Settings().maxRequests(2).start(origin);
        RawClient client = server.client()) {
      assertEquals("timeout=30, max=1", client.get("/").reply().field("Keep-Alive"));
      RawClient.Reply last = client.get("/").reply();
      assertEquals("close", last.field("Connection"));
      assertNull(last.field("Keep-Alive"));
      assertTrue(client.isClosed());
    }
  }

  @Test
  void http10ClosesUnlessItAsksNotTo() throws Exception {
    try (TestServer server = TestServer.start(origin);
        RawClient client = server.client();
        RawClient other = server.client()) {
      client.send("GET / HTTP/1.0\r\n\r\n");
      assertEquals("close", client.reply().field("Connection"));
      assertTrue(client.isClosed());
      other.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
      assertEquals("keep-alive", other.reply().field("Connection"));
      assertEquals("hello", other.send("GET / HTTP/1.0\r\n\r\n").reply().text());
      assertTrue(other.isClosed());
    }
  }

  @Test
  void answersAClientThatShutItsSide() throws Exception {
    try (TestServer server = TestServer.start(origin);
        RawClient client = server.client()) {
      client.get("/").get("/2").finish();
      assertEquals("hello", client.reply().text());
      assertEquals("two", client.reply().text());
      assertTrue(client.isClosed());
    }
  }

  @Test
  void refusesGarbageAndTakesNothingAfterIt() throws Exception {
    try (TestServer server = TestServer.start(origin);
        RawClient client = server.client()) {
      client.send("\0\1garbage\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n");
      RawClient.Reply reply = client.reply();
      assertEquals(400, reply.status());
      assertEquals("close", reply.field("Connection"));
      assertTrue(client.isClosed());
      origin.end();
      assertFalse(origin.hasMoreEnds(), "nothing after a violation is a request");
    }
  }

  @Test
  void oneConnectionsGarbageIsNoOtherConnectionsFault() throws Exception {
    try (TestServer server = TestServer.start(origin)) {
      for (int i = 0; i < 20; i++) {
        try (RawClient garbage = server.client();
            RawClient client = server.client()) {
          assertEquals(400, garbage.send("\0\r\n").reply().status());
          assertEquals("hello", client.get("/").reply().text());
        }
      }
    }
  }

  @Test
  void anOriginThatThrowsCostsOneConnectionAndNoOther() throws Exception {
    AtomicBoolean thrown = new AtomicBoolean();
    Origin failing =
        new Origin() {
          @Override
          public Exchange accept(RequestHead head, ConnectionInfo connection) {
            if (thrown.compareAndSet(false, true)) {
              throw new IllegalStateException("a defect");
            }
            return origin.accept(head, connection);
          }

          @Override
          public Exchange refuse(Refusal refusal, ConnectionInfo connection) {
            return origin.refuse(refusal, connection);
          }
        };
    try (TestServer server = TestServer.start(failing)) {
      try (RawClient unlucky = server.client()) {
        assertTrue(unlucky.get("/").isClosed());
      }
      for (int i = 0; i < 20; i++) {
        try (RawClient client = server.client()) {
          assertEquals("hello", client.get("/").reply().text());
        }
      }
    }
  }

  @Test
  void aRefusalOfAHeadHasNoContent() throws Exception {
    try (TestServer server = TestServer.start(origin);
        RawClient client = server.client()) {
      client.send("HEAD / HTTP/1.1\r\nbroken\r\n\r\n");
      RawClient.Reply refused = client.reply(false);
      assertEquals(400, refused.status());
      assertTrue(Integer.parseInt(refused.field("Content-Length")) > 0);
      assertEquals("", client.rest());
    }
  }

  @Test
  void sendsLargeContentFromMemory() throws Exception {
    byte[] large = new byte[3_000_000];
    for (int i = 0; i < large.length; i++) {
      large[i] = (byte) (i * 31 + (i >> 8));
    }
    origin.on(
        "/large",
        head -> Decision.answer(Response.of(Status.OK, FieldLines.empty(), Body.of(large))));
    try (TestServer server = TestServer.start(origin);
        RawClient client = new RawClient(server.port(), 4096)) {
      client.get("/").get("/large").get("/2").get("/large");
      assertEquals("hello", client.reply().text());
      assertArrayEquals(large, client.reply().content());
      assertEquals("two", client.reply().text());
      assertArrayEquals(large, client.reply().content());
    }
  }

  @Test
  void aFailingDecisionIsAnAnswerAndTheServerGoesOn() throws Exception {
    origin.on(
        "/fails",
        head -> {
          throw new IllegalStateException("on the loop");
        });
    origin.on(
        "/fails-later",
        head ->
            Decision.later(
                () -> {
                  throw new IllegalStateException("on a worker");
                }));
    try (TestServer server = TestServer.start(origin)) {
      try (RawClient client = server.client()) {
        assertEquals("failed: on the loop", client.get("/fails").reply().text());
        assertEquals("failed: on a worker", client.get("/fails-later").reply().text());
        assertEquals("hello", client.get("/").reply().text());
      }
      // An answer may be here before the worker that made it is free again.
      server.stop(Duration.ofSeconds(10));
      assertEquals(0, server.server().gauges().activeWorkers());
    }
  }

  @Test
  void refusesAPortInUse() throws Exception {
    try (TestServer server = TestServer.start(origin)) {
      ServerOptions same =
          new ServerOptions(
              server.server().address(),
              1,
              1,
              1,
              1,
              1,
              new ServerOptions.Timeouts(
                  TestServer.LONG, TestServer.LONG, TestServer.LONG, TestServer.LONG),
              new WireLimits(100, 100, 10, 100));
      assertThrows(BindException.class, () -> SocketServer.open(same));
    }
  }

  @Test
  void survivesClientsThatVanish() throws Exception {
    byte[] large = new byte[32_000_000];
    origin.on(
        "/large",
        head -> Decision.answer(Response.of(Status.OK, FieldLines.empty(), Body.of(large))));
    try (TestServer server = TestServer.start(origin);
        RawClient witness = server.client()) {
      for (int i = 0; i < 20; i++) {
        try (RawClient client = new RawClient(server.port(), 4096)) {
          client.get("/large").exactly(1000);
          client.vanish();
        }
        assertEquals(Exchange.Ending.ABORTED, origin.end().ending());
      }
      assertEquals("hello", witness.get("/").reply().text());
      assertEquals(List.of(), origin.doubles());
    }
  }
}
