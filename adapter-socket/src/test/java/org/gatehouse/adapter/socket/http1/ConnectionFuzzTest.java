package org.gatehouse.adapter.socket.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any octets are the same requests, and the same end, for our readers and for an independent
 * reading of the grammar, however they arrive.
 */
class ConnectionFuzzTest {
  private static final int MOST = 2000;
  private static final byte[] CHUNKED =
      WireText.octets("POST /c HTTP/1.1⏎Transfer-Encoding: chunked⏎⏎");
  private static final byte[] NEXT = WireText.octets("GET /next HTTP/1.1⏎⏎");

  static Stream<byte[]> seeds() {
    Stream<byte[]> heads = HeadVectors.rows().stream().map(row -> join(row.octets(), NEXT));
    Stream<byte[]> chunks =
        ContentVectors.rows().stream()
            .filter(row -> row.framing().equals("chunked"))
            .map(row -> join(CHUNKED, row.octets(), NEXT));
    return Stream.of(heads, chunks, pipelines()).flatMap(seeds -> seeds);
  }

  private static Stream<byte[]> pipelines() {
    return Stream.of(
            "GET / HTTP/1.1⏎Connection: a, Close⏎⏎GET /next HTTP/1.1⏎⏎",
            "GET / HTTP/1.0⏎Connection: keep-alive⏎⏎GET /next HTTP/1.1⏎⏎",
            "GET / HTTP/1.0⏎⏎GET /next HTTP/1.1⏎⏎",
            "POST / HTTP/1.1⏎Content-Length: 3⏎⏎abc⏎POST / HTTP/1.1⏎Content-Length: 003⏎⏎ab",
            "PUT / HTTP/1.1⏎Content-Length: 65⏎⏎x",
            "PUT / HTTP/1.1⏎Content-Length: 9999999999999999999⏎⏎x",
            "PUT / HTTP/1.1⏎Transfer-Encoding: gzip;a=\"x,y\"⏎⏎x",
            "PUT / HTTP/1.1⏎Transfer-Encoding: gzip;a=b‹85›⏎⏎x",
            "OPTIONS http://[::2]:0 HTTP/1.1⏎⏎",
            "OPTIONS http://[::1]:80?a HTTP/1.1⏎⏎CONNECT [1::2:3]:443 HTTP/1.1⏎⏎")
        .map(WireText::octets);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Stream.of(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }

  @MethodSource("seeds")
  @FuzzTest
  void bothReadingsAgree(byte[] octets) {
    agree(HeadVectors.LIMITS, Arrays.copyOf(octets, Math.min(octets.length, MOST)));
  }

  /** What both make of it is the same, at once and octet by octet. */
  static void agree(WireLimits limits, byte[] octets) {
    IndependentReading expected = IndependentReading.of(limits, octets);
    ConnectionReading whole = ConnectionReading.of(limits, octets, Math.max(1, octets.length));
    List<String> requests = expected.requests();
    assertEquals(requests, whole.requests());
    assertTrue(
        expected.ends().contains(whole.end()),
        () -> "ends with " + whole.end() + " and not with " + expected.ends());
    assertEquals(whole, ConnectionReading.of(limits, octets, 1));
  }
}
