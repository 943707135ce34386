package org.gatehouse.adapter.socket.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gatehouse.application.port.body.Body;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Response;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.message.Status;
import org.junit.jupiter.api.Test;

/** The end of a connection that the client did not ask for: no request, no response is lost. */
@SuppressWarnings("try") // A client that hangs up early is part of many of these stories.
class FarewellTest {
  private static final Duration NONE = Duration.ZERO;
  private static final Duration LONG = TestServer.LONG;

  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);
  private final ScriptedOrigin origin = new ScriptedOrigin().text("/", "hello").text("/2", "two");

  private static CompletableFuture<Boolean> stopping(TestServer server) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return server.stop(Duration.ofSeconds(20));
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static void awaitRefusal(TestServer server) {
    while (true) {
      try (RawClient late = server.client()) {
        // It was let in, and leaves again: the door is still open.
        late.finish();
      } catch (IOException refused) {
        return;
      }
    }
  }

  private void work(String target) {
    origin.on(
        target,
        head ->
            Decision.later(
                () -> {
                  entered.countDown();
                  Latches.await(release);
                  return Decision.answer(ScriptedOrigin.ok("done"));
                }));
  }

  /** Asks until the server says that it stops: the loops learn of it one after the other. */
  private static void assertServedToTheEnd(RawClient client) throws IOException {
    RawClient.Reply reply = client.get("/").reply();
    while (!"close".equals(reply.field("Connection"))) {
      assertEquals("hello", reply.text());
      reply = client.get("/").reply();
    }
    assertEquals("hello", reply.text());
    assertTrue(client.isClosed());
  }

  @Test
  void aClientThatWasActiveAMomentAgoMaySendItsNextRequest() throws Exception {
    try (TestServer server = new TestServer.Settings().farewell(LONG, LONG, LONG).start(origin);
        RawClient active = server.client();
        RawClient fresh = server.client()) {
      active.get("/").reply();
      CompletableFuture<Boolean> stopped = stopping(server);
      awaitRefusal(server);
      assertServedToTheEnd(active);
      assertServedToTheEnd(fresh);
      active.close();
      fresh.close();
      assertTrue(stopped.get());
    }
  }

  @Test
  void whoIsSilentForLongerIsLetGo() throws Exception {
    try (TestServer server = new TestServer.Settings().farewell(NONE, LONG, NONE).start(origin);
        RawClient idle = server.client();
        RawClient silent = server.client()) {
      idle.get("/").reply();
      assertTrue(server.stop(LONG));
      assertTrue(idle.isClosed());
      assertTrue(silent.isClosed());
    }
  }

  @Test
  void aResponseThatPromisedToGoOnKeepsItsPromise() throws Exception {
    byte[] large = new byte[20_000_000];
    origin.on(
        "/large",
        head -> Decision.answer(Response.of(Status.OK, FieldLines.empty(), Body.of(large))));
    try (TestServer server =
            new TestServer.Settings().loops(1).farewell(LONG, LONG, LONG).start(origin);
        RawClient client = new RawClient(server.port(), 4096)) {
      client.get("/large");
      // A witness on the same loop, whose answer comes behind the beginning of the large one.
      try (RawClient witness = server.client()) {
        witness.get("/").reply();
      }
      CompletableFuture<Boolean> stopped = stopping(server);
      awaitRefusal(server);
      RawClient.Reply reply = client.reply();
      assertArrayEquals(large, reply.content());
      assertEquals("timeout=30, max=999", reply.field("Keep-Alive"));
      assertServedToTheEnd(client);
      client.close();
      assertTrue(stopped.get());
    }
  }

  @Test
  void pipelinedRequestsAreAllAnswered() throws Exception {
    work("/work");
    try (TestServer server =
            new TestServer.Settings().loops(1).farewell(NONE, LONG, LONG).start(origin);
        RawClient pipelining = server.client();
        RawClient idle = server.client()) {
      idle.get("/").reply();
      pipelining.get("/work");
      Latches.await(entered);
      // The loop does not read these while a worker has the first.
      pipelining.get("/2").get("/");
      CompletableFuture<Boolean> stopped = stopping(server);
      assertTrue(idle.isClosed(), "and so the loop knows that the server stops");
      release.countDown();
      assertEquals("done", pipelining.reply().text());
      assertEquals("two", pipelining.reply().text());
      RawClient.Reply last = pipelining.reply();
      assertEquals("hello", last.text());
      assertEquals("close", last.field("Connection"));
      assertTrue(pipelining.isClosed());
      pipelining.close();
      assertTrue(stopped.get());
    }
  }

  @Test
  void aRequestThatCameInTheLastMomentIsAnswered() throws Exception {
    Duration idle = Duration.ofSeconds(1);
    origin.on(
        "/loop",
        head -> {
          entered.countDown();
          Latches.await(release);
          // The loop is busy until the connection has, by the clock, been idle for too long.
          long end = System.nanoTime() + idle.toNanos();
          while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
          }
          return Decision.answer(ScriptedOrigin.ok("at last"));
        });
    try (TestServer server = new TestServer.Settings().loops(1).idle(idle).open();
        RawClient client = server.client()) {
      client.get("/loop");
      server.server().start(origin);
      Latches.await(entered);
      client.get("/2");
      release.countDown();
      assertEquals("at last", client.reply().text());
      assertEquals("two", client.reply().text());
    }
  }

  @Test
  void whatFollowsTheLastRequestAllowedDoesNotBreakTheAnswer() throws Exception {
    try (TestServer server =
            new TestServer.Settings().maxRequests(1).farewell(NONE, LONG, LONG).start(origin);
        RawClient client = server.client()) {
      assertEquals("close", client.get("/").reply().field("Connection"));
      assertTrue(client.isClosed());
      // A reset would make the second of these fail.
      for (int i = 0; i < 10; i++) {
        client.get("/2");
      }
      assertTrue(client.isClosed());
    }
  }

  @Test
  void whoAskedForTheCloseIsNotWaitedFor() throws Exception {
    try (TestServer server = new TestServer.Settings().farewell(NONE, LONG, LONG).start(origin);
        RawClient client = server.client()) {
      client.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").reply();
      // It does not close, and the server has no patience left for it.
      assertTrue(client.isClosed());
      assertTrue(server.stop(LONG));
    }
  }

  @Test
  void whoHasItsAnswerIsNotCutOff() throws Exception {
    try (TestServer server =
            new TestServer.Settings().maxRequests(1).farewell(LONG, LONG, LONG).start(origin);
        RawClient lingering = server.client();
        RawClient silent = server.client()) {
      lingering.get("/").reply();
      assertTrue(server.stop(Duration.ofSeconds(3)), "nobody has lost anything");
      assertTrue(lingering.isClosed());
      assertTrue(silent.isClosed());
    }
  }

  @Test
  void anAnnouncedEndLetsClientsGoOneByOne() throws Exception {
    try (TestServer server =
            new TestServer.Settings().loops(1).farewell(NONE, LONG, LONG).start(origin);
        RawClient kept = server.client();
        RawClient pipelining = server.client()) {
      assertEquals("keep-alive", kept.get("/").reply().field("Connection"));
      server.server().announceEnd();
      RawClient.Reply reply = kept.get("/").reply();
      assertEquals("hello", reply.text());
      assertEquals("close", reply.field("Connection"));
      assertTrue(kept.isClosed());
      pipelining.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n".repeat(2));
      assertEquals("keep-alive", pipelining.reply().field("Connection"));
      assertEquals("close", pipelining.reply().field("Connection"));
      try (RawClient late = server.client()) {
        assertEquals("hello", late.get("/").reply().text());
      }
    }
  }

  @Test
  void whoWaitsAtTheDoorIsLetInBeforeItCloses() throws Exception {
    origin.on(
        "/loop",
        head -> {
          entered.countDown();
          Latches.await(release);
          return Decision.answer(ScriptedOrigin.ok("done"));
        });
    try (TestServer server = new TestServer.Settings().loops(1).start(origin);
        RawClient blocking = server.client()) {
      blocking.get("/loop");
      Latches.await(entered);
      CompletableFuture<Boolean> stopped = stopping(server);
      try (RawClient waiting = server.client();
          RawClient another = server.client()) {
        waiting.get("/");
        another.get("/2");
        assertFalse(stopped.isDone());
        release.countDown();
        assertEquals("hello", waiting.reply().text());
        assertEquals("two", another.reply().text());
        assertEquals("done", blocking.reply().text());
      }
      blocking.close();
      assertTrue(stopped.get(20, TimeUnit.SECONDS));
    }
  }
}
