package org.gatehouse.benchmarks.floor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class RequestsTest {
  private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

  private final Requests requests = new Requests();

  private int count(String octets) {
    return requests.count(ByteBuffer.wrap(octets.getBytes(US_ASCII)));
  }

  @Test
  void countsWhatIsPipelined() {
    assertEquals(16, count(GET.repeat(16)));
    assertFalse(requests.saidClose());
  }

  @Test
  void countsARequestWhereItEndsHoweverItIsSplit() {
    for (int at = 1; at < GET.length(); at++) {
      assertEquals(0, count(GET.substring(0, at)));
      assertEquals(1, count(GET.substring(at)));
    }
  }

  @Test
  void noticesClose() {
    assertEquals(1, count("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"));
    assertTrue(requests.saidClose());
  }

  @Test
  void keepAliveIsNotClose() {
    assertEquals(1, count("GET / HTTP/1.1\r\nX-Connection: close\r\nConnection: keep\r\n\r\n"));
    assertFalse(requests.saidClose());
  }
}
