package org.gatehouse.adapter.socket.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.gatehouse.application.port.in.Decision;
import org.junit.jupiter.api.Test;

/** More clients and more work than there is room for. */
class OverloadTest {
  private final CountDownLatch release = new CountDownLatch(1);
  private final CountDownLatch busy = new CountDownLatch(1);
  private final ScriptedOrigin origin =
      new ScriptedOrigin()
          .text("/", "hello")
          .on(
              "/work",
              head ->
                  Decision.later(
                      () -> {
                        busy.countDown();
                        Latches.await(release);
                        return Decision.answer(ScriptedOrigin.ok("done"));
                      }));

  @Test
  void connectionsOverTheLimitAreToldAndThoseInsideAreServed() throws Exception {
    try (TestServer server = new TestServer.Settings().maxConnections(2).start(origin);
        RawClient first = server.client();
        RawClient second = server.client()) {
      first.get("/").reply();
      second.get("/").reply();
      for (int i = 0; i < 5; i++) {
        try (RawClient refused = server.client()) {
          RawClient.Reply reply = refused.get("/").reply();
          assertEquals(503, reply.status());
          assertRetryAfter(reply);
          assertEquals("close", reply.field("Connection"));
          assertTrue(refused.isClosed());
        }
      }
      assertEquals("hello", first.get("/").reply().text());
      assertEquals(2, server.server().gauges().openConnections());
      assertEquals(7, server.server().gauges().acceptedConnections());
    }
  }

  @Test
  void workOverTheQueueIsRefusedAndWhatIsInMemoryIsStillServed() throws Exception {
    try (TestServer server = new TestServer.Settings().workers(1, 1).start(origin);
        RawClient working = server.client();
        RawClient waiting = server.client();
        RawClient witness = server.client()) {
      working.get("/work");
      Latches.await(busy);
      List<RawClient.Reply> refused = new ArrayList<>();
      // The loops take the requests in any order, so one of these may find the place in the queue.
      waiting.get("/work");
      while (refused.size() < 3) {
        try (RawClient more = server.client()) {
          if (server.server().gauges().queueDepth() == 1) {
            refused.add(more.get("/work").reply());
          }
        }
      }
      for (RawClient.Reply reply : refused) {
        assertEquals(503, reply.status());
        assertRetryAfter(reply);
        assertEquals("close", reply.field("Connection"));
      }
      assertEquals("hello", witness.get("/").reply().text());
      assertEquals(1, server.server().gauges().activeWorkers());
      assertEquals(1, server.server().gauges().totalWorkers());
      release.countDown();
      assertEquals("done", working.reply().text());
      assertEquals("done", waiting.reply().text());
    }
  }

  @Test
  void aBurstFindsNoMorePlacesThanThereAre() {
    Workers workers = new Workers(1, 2);
    int taken = 0;
    for (int i = 0; i < 100; i++) {
      taken += workers.admit(() -> Latches.await(release)) ? 1 : 0;
    }
    assertEquals(3, taken);
    release.countDown();
    workers.stop(TestServer.LONG);
    assertEquals(0, workers.active());
  }

  private static void assertRetryAfter(RawClient.Reply reply) {
    int seconds = Integer.parseInt(reply.field("Retry-After"));
    assertTrue(seconds >= 50 && seconds <= 200, "Retry-After: " + seconds);
  }
}
