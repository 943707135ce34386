package org.gatehouse.adapter.socket.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.gatehouse.application.port.in.Decision;
import org.gatehouse.application.port.in.Exchange;
import org.gatehouse.application.port.in.Refusal;
import org.gatehouse.domain.message.Status;
import org.junit.jupiter.api.Test;

/** Content on its way in: framing, back pressure, continue, refusals, and clients that give up. */
class ReceptionTest {
  private final RecordingReceiver receiver = new RecordingReceiver();
  private final ScriptedOrigin origin =
      new ScriptedOrigin().text("/", "hello").on("/up", head -> Decision.receive(receiver));

  @Test
  void receivesContentOfAKnownLength() throws Exception {
    try (TestServer server = TestServer.start(origin);
        RawClient client = server.client()) {
      client.send(
          "PUT /up HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhelloGET / HTTP/1.1\r\n");
      client.send("Host: a\r\n\r\n");
      assertEquals("hello", client.reply().text());
      assertEquals("hello", client.reply().text());
    }
  }

  @Test
  void receivesNothingAtAll() throws Exception {
    try (TestServer server = TestServer.start(origin);
        RawClient client = server.client()) {
      client.send("PUT /up HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n");
      assertEquals("", client.reply().text());
      assertEquals(0, receiver.completed.getCount());
    }
  }

  @Test
  void receivesChunksOctetByOctet() throws Exception {
    try (TestServer server = TestServer.start(origin);
        RawClient client = server.client()) {
      String request =
          "POST /up HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
              + "5\r\nhello\r\n6;x=y\r\n world\r\n0\r\nTrailer: t\r\n\r\n";
      for (char c : request.toCharArray()) {
        client.send(String.valueOf(c));
      }
      assertEquals("hello world", client.reply().text());
      assertEquals("hello", client.get("/").reply().text());
    }
  }

  @Test
  void receivesLargeContentWhole() throws Exception {
    byte[] large = new byte[1 << 20];
    new Random(7).nextBytes(large);
    try (TestServer server = TestServer.start(origin);
        RawClient client = server.client()) {
      client.send("PUT /up HTTP/1.1\r\nHost: a\r\nContent-Length: " + large.length + "\r\n\r\n");
      client.send(large);
      assertArrayEquals(large, client.reply().content());
    }
  }

  @Test
  void sendsContinueWhenItIsAwaited() throws Exception {
    try (TestServer server = TestServer.start(origin);
        RawClient client = server.client()) {
      client.send(
          "PUT /up HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
      assertEquals(100, client.reply(false).status());
      assertEquals("ok", client.send("ok").reply().text());
    }
  }

  @Test
  void sendsNoContinueToAClientThatDoesNotWait() throws Exception {
    try (TestServer server = TestServer.start(origin);
        RawClient client = server.client()) {
      client.send(
          "PUT /up HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\nok");
      assertEquals(200, client.reply().status());
    }
  }

  @Test
  void aRefusalComesInsteadOfContinueAndCloses() throws Exception {
    origin.on("/no", head -> Decision.later(() -> refusal(head.target().raw())));
    try (TestServer server = TestServer.start(origin);
        RawClient client = server.client()) {
      client.send(
          "PUT /no HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
      RawClient.Reply reply = client.reply();
      assertEquals(412, reply.status());
      assertEquals("close", reply.field("Connection"));
      assertTrue(client.isClosed());
    }
  }

  private static Decision refusal(String target) {
    return Decision.answer(
        new ScriptedOrigin()
            .refuse(Refusal.of(Status.PRECONDITION_FAILED, target), null)
            .refuse(Refusal.of(Status.PRECONDITION_FAILED, target)));
  }

  @Test
  void skipsALittleUnwantedContentAndGoesOn() throws Exception {
    try (TestServer server = TestServer.start(origin);
        RawClient client = server.client()) {
      client.send("POST /404 HTTP/1.1\r\nHost: a\r\nContent-Length: 60000\r\n\r\n");
      assertEquals(404, client.reply().status());
      client.send("GET / HTTP/1.1\r\n".repeat(60000 / 16));
      assertEquals("hello", client.get("/").reply().text());
      client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
      assertEquals("hello", client.reply().text());
      client.send("3\r\nabc\r\n0\r\n\r\n");
      assertEquals("hello", client.get("/").reply().text());
    }
  }

  @Test
  void closesRatherThanSkipMuchContentAndTheAnswerCanBeRead() throws Exception {
    try (TestServer server = TestServer.start(origin);
        RawClient client = server.client()) {
      client.send("POST /404 HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n");
      client.send(new byte[200_000]);
      RawClient.Reply reply = client.reply();
      assertEquals(404, reply.status());
      assertEquals("close", reply.field("Connection"));
      assertTrue(client.isClosed());
    }
  }

  @Test
  void closesWhenUnwantedChunksDoNotEnd() throws Exception {
    try (TestServer server = TestServer.start(origin);
        RawClient client = server.client()) {
      client.send("POST /404 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
      assertEquals(404, client.reply().status());
      client.send("10000\r\n" + "x".repeat(0x10000) + "\r\n1\r\n");
      assertTrue(client.isClosed());
    }
  }

  @Test
  void anAnswerIsOutBeforeBrokenContentEndsTheConnection() throws Exception {
    try (TestServer server = TestServer.start(origin);
        RawClient client = server.client()) {
      client.send("POST /404 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");
      assertEquals(404, client.reply().status());
      assertTrue(client.isClosed());
    }
  }

  @Test
  void brokenChunksAre400AndNothingIsKept() throws Exception {
    try (TestServer server = TestServer.start(origin);
        RawClient client = server.client()) {
      client.send("POST /up HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
      client.send("3\r\nabc\r\n");
      Latches.await(receiver.accepted);
      client.send("zz\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n");
      assertEquals(400, client.reply().status());
      assertTrue(client.isClosed());
      Latches.await(receiver.aborted);
      assertEquals(1, receiver.completed.getCount());
    }
  }

  @Test
  void tooMuchContentIs413() throws Exception {
    try (TestServer server = TestServer.start(origin);
        RawClient client = server.client()) {
      client.send("POST /up HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
      client.send("100001\r\n" + "x".repeat(0x100001));
      assertEquals(413, client.reply().status());
      Latches.await(receiver.aborted);
    }
  }

  @Test
  void aVanishedClientLeavesNothing() throws Exception {
    try (TestServer server = TestServer.start(origin)) {
      RawClient client = server.client();
      client.send("PUT /up HTTP/1.1\r\nHost: a\r\nContent-Length: 50\r\n\r\nhalf");
      Latches.await(receiver.accepted);
      client.vanish();
      Latches.await(receiver.aborted);
      assertEquals(Exchange.Ending.ABORTED, origin.end().ending());
      assertEquals(1, receiver.completed.getCount());
    }
  }

  @Test
  void aClientThatShutsItsSideTooEarlyIsTold() throws Exception {
    try (TestServer server = TestServer.start(origin);
        RawClient client = server.client()) {
      client.send("PUT /up HTTP/1.1\r\nHost: a\r\nContent-Length: 50\r\n\r\nhalf").finish();
      assertEquals(400, client.reply().status());
      Latches.await(receiver.aborted);
    }
  }

  @Test
  void aReceiverThatFailsIsAbortedAndAnswered() throws Exception {
    RecordingReceiver failing =
        new RecordingReceiver() {
          @Override
          public void accept(ByteBuffer octets) {
            throw new IllegalStateException("disk full");
          }
        };
    origin.on("/fails", head -> Decision.receive(failing)).text("/next", "next");
    try (TestServer server = TestServer.start(origin);
        RawClient client = server.client()) {
      client.send("PUT /fails HTTP/1.1\r\nHost: a\r\nContent-Length: 50\r\n\r\nhalf");
      RawClient.Reply reply = client.reply();
      assertEquals("failed: disk full", reply.text());
      assertEquals("close", reply.field("Connection"));
      Latches.await(failing.aborted);
    }
  }

  @Test
  void aReceiverThatFailsAtTheEndOfTheContentLeavesTheConnectionOpen() throws Exception {
    RecordingReceiver failing =
        new RecordingReceiver() {
          @Override
          public Decision complete() {
            throw new IllegalStateException("disk full");
          }
        };
    origin.on("/fails", head -> Decision.receive(failing)).text("/next", "next");
    try (TestServer server = TestServer.start(origin);
        RawClient client = server.client()) {
      client.send("PUT /fails HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nwhole");
      client.send("GET /next HTTP/1.1\r\nHost: a\r\n\r\n");
      RawClient.Reply failed = client.reply();
      assertEquals("failed: disk full", failed.text());
      assertEquals("keep-alive", failed.field("Connection"));
      assertEquals("next", client.reply().text());
      Latches.await(failing.aborted);
    }
  }

  @Test
  void aClientThatVanishesWhileAWorkerIsBusyLeavesNothing() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    RecordingReceiver slow =
        new RecordingReceiver() {
          @Override
          public void accept(ByteBuffer octets) {
            entered.countDown();
            Latches.await(release);
            super.accept(octets);
          }
        };
    origin.on("/slow", head -> Decision.receive(slow));
    try (TestServer server = new TestServer.Settings().workers(2, 4).start(origin)) {
      RawClient client = server.client();
      client.send("PUT /slow HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nhalf");
      Latches.await(entered);
      client.vanish();
      release.countDown();
      Latches.await(slow.aborted);
      assertEquals(Exchange.Ending.ABORTED, origin.end().ending());
    }
  }

  @Test
  void readsNoFurtherWhileTheReceiverIsBusy() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    RecordingReceiver slow =
        new RecordingReceiver() {
          @Override
          public void accept(ByteBuffer octets) {
            accepted.countDown();
            Latches.await(release);
            super.accept(octets);
          }
        };
    origin.on("/slow", head -> Decision.receive(slow));
    try (TestServer server = TestServer.start(origin);
        RawClient client = server.client()) {
      byte[] large = "0123456789".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
      client.send("PUT /slow HTTP/1.1\r\nHost: a\r\nContent-Length: " + large.length + "\r\n\r\n");
      Thread sender = new Thread(() -> send(client, large));
      sender.start();
      Latches.await(slow.accepted);
      assertEquals(0, slow.content.size(), "the first piece is still with the receiver");
      release.countDown();
      assertArrayEquals(large, client.reply().content());
      sender.join();
      assertFalse(sender.isAlive());
    }
  }

  private static void send(RawClient client, byte[] octets) {
    try {
      client.send(octets);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
