package org.gatehouse.adapter.socket.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.message.RequestHead;
import org.gatehouse.domain.message.ResponseHead;
import org.gatehouse.domain.message.Status;
import org.junit.jupiter.api.Test;

/** What one exchange costs in memory on the wire side; the application's part is not in it. */
class AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 2000;

  private static long perRound(Runnable round) {
    round.run();
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < ROUNDS; i++) {
      round.run();
    }
    return (THREADS.getCurrentThreadAllocatedBytes() - before) / ROUNDS;
  }

  @Test
  void aHotGetCostsLittle() {
    HeadReader reader = new HeadReader(new WireLimits(8000, 32768, 100, 1 << 20));
    ByteBuffer input =
        ByteBuffer.wrap(
            WireText.octets(
                "GET /index.html HTTP/1.1⏎Host: 127.0.0.1:8080⏎User-Agent: curl/8⏎Accept: */*⏎⏎"));
    ResponseWriter writer = new ResponseWriter();
    ResponseHead response =
        new ResponseHead(Status.OK, FieldLines.of("Content-Type", "text/html", "ETag", "\"1-2\""));
    ByteBuffer out = ByteBuffer.allocateDirect(1024);
    long octets =
        perRound(
            () -> {
              reader.reset();
              reader.read(input.rewind());
              RequestHead head = reader.head();
              writer.writeHead(
                  response, 12, Persistence.decide(head, Status.OK, 99, 30, false), out.clear());
            });
    assertTrue(octets <= 480, () -> octets + " octets for an exchange");
  }

  @Test
  void anIncompleteHeadCostsNothing() {
    HeadReader reader = new HeadReader(new WireLimits(8000, 32768, 100, 1 << 20));
    byte[] octets = WireText.octets("GET / HTTP/1.1⏎«A: b⏎*10»");
    ByteBuffer input = ByteBuffer.wrap(octets);
    reader.read(input);
    long each = perRound(() -> reader.read(input));
    assertEquals(0, each);
  }
}
