package org.gatehouse.adapter.socket.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.gatehouse.application.port.in.Decision;
import org.junit.jupiter.api.Test;

/** Content that comes together with its head, and is wanted or not by a worker. */
class ArrivedContentTest {
  private static final String PUT = "PUT /later HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n";
  private static final String NEXT = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

  private final RecordingReceiver receiver = new RecordingReceiver();
  private final ScriptedOrigin origin =
      new ScriptedOrigin()
          .text("/", "hello")
          .on("/later", head -> Decision.later(() -> Decision.receive(receiver)));

  private static ArrivedContent arrived(String content) {
    ByteBuffer input = ByteBuffer.wrap(content.getBytes(StandardCharsets.US_ASCII));
    return ArrivedContent.take(input.remaining(), input, new ContentBuffers());
  }

  @Test
  void isTakenWholeOrNotAtAll() {
    ByteBuffer input = ByteBuffer.wrap("wholenext".getBytes(StandardCharsets.US_ASCII));

    assertNull(ArrivedContent.take(10, input, new ContentBuffers()));
    assertNull(ArrivedContent.take(0, input, new ContentBuffers()));
    assertEquals(0, input.position());
    assertEquals(5, ArrivedContent.take(5, input, new ContentBuffers()).held());
    assertEquals(5, input.position());
  }

  @Test
  void isNotTakenIfItNeedsMoreThanOneBuffer() {
    ByteBuffer input = ByteBuffer.allocate(ContentBuffers.SIZE + 1);

    assertNull(ArrivedContent.take(input.remaining(), input, new ContentBuffers()));
  }

  @Test
  void isDeliveredByTheTaskThatFindsItWanted() {
    Outcome outcome =
        Outcome.of(() -> Decision.later(() -> Decision.receive(receiver)), arrived("whole"));

    assertTrue(outcome.decision() instanceof Decision.Answer);
    assertEquals("whole", receiver.content.toString(StandardCharsets.US_ASCII));
    assertEquals(0, receiver.completed.getCount());
  }

  @Test
  void isDeliveredOnce() {
    RecordingReceiver again =
        new RecordingReceiver() {
          @Override
          public Decision complete() {
            return Decision.receive(receiver);
          }
        };
    Outcome outcome = Outcome.of(() -> Decision.receive(again), arrived("whole"));

    assertTrue(outcome.decision() instanceof Decision.Receive);
    assertEquals(0, receiver.content.size());
  }

  @Test
  void isStoredAndTheConnectionGoesOn() throws Exception {
    try (TestServer server = TestServer.start(origin);
        RawClient client = server.client()) {
      client.send(PUT + "whole" + NEXT);
      assertEquals("whole", client.reply().text());
      assertEquals("hello", client.reply().text());
    }
  }

  @Test
  void isAwaitedIfItComesLater() throws Exception {
    try (TestServer server = TestServer.start(origin);
        RawClient client = server.client()) {
      client.send(PUT + "wh");
      Latches.await(receiver.accepted);
      client.send("ole" + NEXT);
      assertEquals("whole", client.reply().text());
      assertEquals("hello", client.reply().text());
    }
  }

  @Test
  void isDroppedIfItIsNotWantedAndTheConnectionGoesOn() throws Exception {
    origin.on("/later", head -> Decision.later(() -> Decision.answer(ScriptedOrigin.ok("no"))));
    try (TestServer server = TestServer.start(origin);
        RawClient client = server.client()) {
      client.send(PUT + "GET /" + NEXT);
      RawClient.Reply reply = client.reply();
      assertEquals("no", reply.text());
      assertEquals("keep-alive", reply.field("Connection"));
      assertEquals("hello", client.reply().text());
    }
  }

  @Test
  void aReceiverThatFailsIsAbortedAndTheConnectionGoesOn() throws Exception {
    RecordingReceiver failing =
        new RecordingReceiver() {
          @Override
          public void accept(ByteBuffer octets) {
            throw new IllegalStateException("disk full");
          }
        };
    origin.on("/later", head -> Decision.later(() -> Decision.receive(failing)));
    try (TestServer server = TestServer.start(origin);
        RawClient client = server.client()) {
      client.send(PUT + "whole" + NEXT);
      RawClient.Reply reply = client.reply();
      assertEquals("failed: disk full", reply.text());
      assertEquals("keep-alive", reply.field("Connection"));
      Latches.await(failing.aborted);
      assertEquals("hello", client.reply().text());
    }
  }

  @Test
  void isInTheAccountOnlyForAsLongAsItIsHeld() throws Exception {
    Memory memory = new Memory(1 << 20);
    try (TestServer server = new TestServer.Settings().memory(memory).start(origin);
        RawClient client = server.client()) {
      client.send(PUT + "whole");
      assertEquals("whole", client.reply().text());
      assertEquals("hello", client.send(NEXT).reply().text());
      assertEquals(0, memory.held());
    }
  }
}
