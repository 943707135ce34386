package org.gatehouse.adapter.socket.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.gatehouse.application.port.in.Decision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What all clients together may have the server hold, and that it is given back. */
class MemoryTest {
  private static final int LIMIT = 64 * 1024;
  private static final String SLOW_HEAD = "GET / HTTP/1.1\r\nHost: a\r\nPadding: ";

  private final Memory memory = new Memory(LIMIT);
  private final List<RawClient> clients = new ArrayList<>();
  private final BlockingQueue<RecordingReceiver> receivers = new LinkedBlockingQueue<>();
  private final ScriptedOrigin origin =
      new ScriptedOrigin()
          .text("/", "hello")
          .text("/large", "x".repeat(60_000))
          .on("/kept", head -> Decision.receive(new KeepingReceiver()))
          .on("/stored", head -> Decision.receive(receiver()));

  private RecordingReceiver receiver() {
    RecordingReceiver receiver = new RecordingReceiver();
    receivers.add(receiver);
    return receiver;
  }

  /** A receiver that keeps in memory what it is given, and says so. */
  private static final class KeepingReceiver extends RecordingReceiver {
    @Override
    public long held() {
      return content.size();
    }
  }

  @AfterEach
  void closeClients() throws IOException {
    for (RawClient client : clients) {
      client.close();
    }
  }

  private TestServer start() throws IOException {
    return new TestServer.Settings().memory(memory).start(origin);
  }

  private RawClient client(TestServer server) throws IOException {
    RawClient client = server.client();
    clients.add(client);
    return client;
  }

  private static void await(BooleanSupplier event, Supplier<String> instead) {
    long end = System.nanoTime() + TestServer.LONG.toNanos();
    while (!event.getAsBoolean()) {
      assertTrue(System.nanoTime() - end < 0, instead);
      Thread.onSpinWait();
    }
  }

  private void awaitHeld(long least, long most) {
    await(
        () -> {
          long held = memory.held();
          return held >= least && held <= most;
        },
        () -> "held: " + memory.held());
  }

  private static void awaitArrived(RecordingReceiver receiver, int octets) {
    await(() -> receiver.content.size() >= octets, () -> "arrived: " + receiver.content.size());
  }

  /** Begins heads until no more of them may be held. */
  private void fillWithHeads(TestServer server) throws IOException {
    while (memory.held() < LIMIT) {
      long before = memory.held();
      client(server).send(SLOW_HEAD + "x".repeat(9000));
      awaitHeld(before + 9000, Long.MAX_VALUE);
    }
  }

  private static void assertShed(RawClient client) throws IOException {
    RawClient.Reply refused = client.reply();
    assertEquals(503, refused.status());
    assertEquals("Too many clients send or read slowly.", refused.text());
    assertTrue(Integer.parseInt(refused.field("Retry-After")) >= 50);
    assertEquals("close", refused.field("Connection"));
    assertTrue(client.isClosed());
  }

  @Test
  void whoWouldHoldMoreIsRefusedAndWhoHoldsNothingIsServed() throws Exception {
    try (TestServer server = start()) {
      fillWithHeads(server);
      assertShed(client(server).send(SLOW_HEAD));
      assertShed(clients.get(0).send("x"));
      fillWithHeads(server);
      assertEquals("hello", client(server).get("/").reply().text());
      assertTrue(server.server().gauges().shedRequests() >= 2);
    }
  }

  @Test
  void whatWasHeldIsFreeWhenTheClientsAreGone() throws Exception {
    try (TestServer server = start()) {
      fillWithHeads(server);
      closeClients();
      awaitHeld(0, 0);
      RawClient slow = client(server).send(SLOW_HEAD);
      awaitHeld(1, LIMIT);
      assertEquals("hello", slow.send("x\r\n\r\n").reply().text());
      awaitHeld(0, 0);
    }
  }

  @Test
  void aRefusedHeadHasNoContentInItsAnswer() throws Exception {
    try (TestServer server = start()) {
      fillWithHeads(server);
      RawClient slow = client(server).send("HEAD / HTTP/1.1\r\nHost:");
      assertEquals(503, slow.reply(false).status());
      assertTrue(slow.isClosed());
    }
  }

  @Test
  void contentThatIsKeptCountsUntilItsAnswerIsOut() throws Exception {
    try (TestServer server = start()) {
      RawClient client = client(server);
      client.send("PUT /kept HTTP/1.1\r\nHost: a\r\nContent-Length: 10001\r\n\r\n");
      client.send("x".repeat(10_000));
      awaitHeld(10_000, 10_000);
      client.send("x");
      assertEquals(10_001, client.reply().content().length);
      awaitHeld(0, 0);
    }
  }

  @Test
  void contentThatGoesToStorageIsNotHeld() throws Exception {
    try (TestServer server = start()) {
      for (int i = 0; i < 20; i++) {
        RawClient client = client(server);
        client.send("PUT /stored HTTP/1.1\r\nHost: a\r\nContent-Length: 50000\r\n\r\n");
        client.send("x".repeat(49_999));
        awaitArrived(receivers.take(), 49_999);
        awaitHeld(0, 0);
      }
      for (RawClient client : clients) {
        assertEquals(200, client.send("x").reply().status());
      }
    }
  }

  @Test
  void contentIsRefusedWhileTooMuchIsHeld() throws Exception {
    try (TestServer server = start()) {
      RawClient uploading = client(server);
      uploading.send("PUT /stored HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nx");
      awaitHeld(0, 0);
      fillWithHeads(server);
      assertShed(uploading.send("x"));
    }
  }

  private void awaitBlockedOrShed(TestServer server, long before) {
    await(
        () -> memory.held() >= before + 1000 || server.server().gauges().shedRequests() > 0,
        () -> "held: " + memory.held());
  }

  @Test
  void clientsThatReadNothingAreCutOff() throws Exception {
    try (TestServer server = start()) {
      while (server.server().gauges().shedRequests() == 0) {
        assertTrue(clients.size() < 20, "20 deaf clients hold " + memory.held());
        long before = memory.held();
        RawClient deaf = new RawClient(server.port(), 4096);
        clients.add(deaf);
        deaf.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n".repeat(200));
        awaitBlockedOrShed(server, before);
      }
      assertEquals("hello", client(server).get("/").reply().text());
    }
  }
}
