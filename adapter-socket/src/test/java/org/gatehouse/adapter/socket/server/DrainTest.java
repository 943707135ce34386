package org.gatehouse.adapter.socket.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Exchange;
import org.junit.jupiter.api.Test;

/** Stopping: what was begun is answered, the rest is let go. */
class DrainTest {
  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);
  private final ScriptedOrigin origin =
      new ScriptedOrigin()
          .text("/", "hello")
          .on(
              "/work",
              head ->
                  Decision.later(
                      () -> {
                        entered.countDown();
                        Latches.await(release);
                        return Decision.answer(ScriptedOrigin.ok("done"));
                      }));

  private static CompletableFuture<Boolean> stopping(TestServer server, Duration patience) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return server.stop(patience);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Test
  void answersWhatIsInFlightAndClosesIdleConnections() throws Exception {
    try (TestServer server = new TestServer.Settings().loops(1).start(origin);
        RawClient working = server.client();
        RawClient idle = server.client()) {
      idle.get("/").reply();
      working.get("/work");
      Latches.await(entered);
      CompletableFuture<Boolean> stopped = stopping(server, Duration.ofSeconds(20));
      assertTrue(idle.isClosed());
      assertFalse(stopped.isDone());
      release.countDown();
      RawClient.Reply reply = working.reply();
      assertEquals("done", reply.text());
      assertEquals("close", reply.field("Connection"));
      assertTrue(working.isClosed());
      assertTrue(stopped.get());
      assertThrows(IOException.class, server::client);
    }
  }

  @Test
  void aRequestThatHasBegunIsAnswered() throws Exception {
    RecordingReceiver receiver = new RecordingReceiver();
    origin.on("/up", head -> Decision.receive(receiver));
    try (TestServer server = TestServer.start(origin);
        RawClient sending = server.client();
        RawClient idle = server.client()) {
      idle.get("/").reply();
      sending.send("PUT /up HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nab");
      Latches.await(receiver.accepted);
      CompletableFuture<Boolean> stopped = stopping(server, Duration.ofSeconds(20));
      assertTrue(idle.isClosed());
      assertEquals("abcd", sending.send("cd").reply().text());
      assertTrue(stopped.get());
    }
  }

  @Test
  void whatTakesTooLongIsCutOff() throws Exception {
    try (TestServer server = TestServer.start(origin);
        RawClient working = server.client()) {
      working.get("/work");
      Latches.await(entered);
      assertFalse(server.stop(Duration.ofMillis(50)));
      assertThrows(IOException.class, () -> working.reply());
      assertEquals(Exchange.Ending.ABORTED, origin.end().ending());
    }
  }

  @Test
  void whatWaitsForAWorkerAtTheEndIsTidiedUp() throws Exception {
    RecordingReceiver receiver = new RecordingReceiver();
    origin.on("/up", head -> Decision.receive(receiver));
    TestServer server = new TestServer.Settings().workers(1, 16).start(origin);
    try (RawClient sending = server.client();
        RawClient working = server.client()) {
      sending.send("PUT /up HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nab");
      Latches.await(receiver.accepted);
      working.get("/work");
      Latches.await(entered);
      assertFalse(server.stop(Duration.ofMillis(50)));
      Latches.await(receiver.aborted);
      assertEquals(1, receiver.completed.getCount(), "nothing is committed behind a cut client");
      origin.end();
      origin.end();
    }
  }

  @Test
  void whatAWorkerBringsBackBehindTheEndIsLetGo() throws Exception {
    origin.on(
        "/stubborn",
        head ->
            Decision.later(
                () -> {
                  entered.countDown();
                  awaitWhateverHappens(release);
                  return Decision.answer(ScriptedOrigin.ok("too late"));
                }));
    try (TestServer server = TestServer.start(origin);
        RawClient working = server.client()) {
      working.get("/stubborn");
      Latches.await(entered);
      assertFalse(server.stop(Duration.ofMillis(50)));
      assertFalse(origin.hasMoreEnds());
      release.countDown();
      assertEquals(Exchange.Ending.ABORTED, origin.end().ending());
    }
  }

  private static void awaitWhateverHappens(CountDownLatch latch) {
    while (true) {
      try {
        latch.await();
        return;
      } catch (InterruptedException unheeded) {
        continue;
      }
    }
  }

  @Test
  void stoppingAgainDoesNothing() throws Exception {
    TestServer server = TestServer.start(origin);
    assertTrue(server.stop(Duration.ofSeconds(20)));
    assertTrue(server.stop(Duration.ZERO));
  }
}
