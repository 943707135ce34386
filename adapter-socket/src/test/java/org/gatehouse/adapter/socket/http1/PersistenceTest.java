package org.gatehouse.adapter.socket.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.ByteBuffer;
import org.gatehouse.domain.message.RequestHead;
import org.gatehouse.domain.message.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9112 §9.3, and the server's own reasons to end a connection. */
class PersistenceTest {

  static RequestHead head(String wire) {
    HeadReader reader = new HeadReader(new WireLimits(100, 1000, 100, 0));
    reader.read(ByteBuffer.wrap(WireText.octets(wire)));
    return reader.head();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1.1 |                                             | true
          1.1 | Connection: close⏎                          | false
          1.1 | connection: CLOSE⏎                          | false
          1.1 | Connection: keep-alive, close⏎              | false
          1.1 | Connection: close,keep-alive⏎               | false
          1.1 | Connection: ␉close ,⏎                       | false
          1.1 | Connection: upgrade⏎Connection: close⏎      | false
          1.1 | Connection: keep-alive⏎                     | true
          1.1 | Connection: keep-alive⏎Connection: close⏎   | false
          1.1 | Connection:⏎                                | true
          1.1 | Connection: closed⏎                         | true
          1.1 | Connection: not-close⏎                      | true
          1.1 | Connection: close now⏎                      | true
          1.1 | Connection: upgrade, x⏎                     | true
          1.1 | Proxy-Connection: close⏎                    | true
          1.2 |                                             | true
          1.2 | Connection: close⏎                          | false
          1.0 |                                             | false
          1.0 | Connection: keep-alive⏎                     | true
          1.0 | Connection: Keep-Alive⏎                     | true
          1.0 | Connection: x, Keep-Alive⏎                  | true
          1.0 | Connection: x⏎Connection: keep-alive⏎       | true
          1.0 | Connection: keep-alive, close⏎              | false
          1.0 | Connection: close⏎Connection: keep-alive⏎   | false
          1.0 | Connection: keep⏎                           | false
          1.0 | Keep-Alive: timeout=5⏎                      | false
          2.0 |                                             | false
          2.0 | Connection: keep-alive⏎                     | false
          0.9 | Connection: keep-alive⏎                     | false
          """)
  void theClientDecides(String version, String fields, boolean persists) {
    RequestHead head = head("GET / HTTP/" + version + "⏎" + (fields == null ? "" : fields) + "⏎");
    assertEquals(persists, Persistence.decide(head, Status.OK, 7, 30, false).persists());
  }

  @Test
  void theServerCanEndItToo() {
    RequestHead head = head("GET / HTTP/1.1⏎⏎");
    assertEquals(new Persistence(true, 30, 7), Persistence.decide(head, Status.OK, 7, 30, false));
    assertEquals(new Persistence(true, 30, 1), Persistence.decide(head, Status.OK, 1, 30, false));
    assertSame(Persistence.CLOSE, Persistence.decide(head, Status.OK, 7, 30, true));
    assertSame(Persistence.CLOSE, Persistence.decide(head, Status.OK, 0, 30, false));
    assertSame(Persistence.CLOSE, Persistence.decide(head, Status.OK, -1, 30, false));
  }

  @ParameterizedTest
  @CsvSource({
    "GET /, OK, true",
    "GET /, NOT_FOUND, true",
    "GET /, UNAUTHORIZED, true",
    "GET /, BAD_REQUEST, false",
    "PUT /, LENGTH_REQUIRED, false",
    "CONNECT a:1, METHOD_NOT_ALLOWED, false",
    "OPTIONS *, METHOD_NOT_ALLOWED, true"
  })
  void itEndsWhereWhatFollowsMayBeNoRequest(String request, Status answer, boolean persists) {
    RequestHead head = head(request + " HTTP/1.1⏎⏎");
    assertEquals(persists, Persistence.decide(head, answer, 7, 30, false).persists());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1.1 | Expect: 100-continue⏎Content-Length: 5⏎             | true
          1.1 | expect: 100-Continue⏎Transfer-Encoding: chunked⏎    | true
          1.2 | Expect: 100-continue⏎Content-Length: 5⏎             | true
          1.1 | Expect: a, 100-continue⏎Content-Length: 5⏎          | true
          1.1 | Content-Length: 5⏎                                  | false
          1.1 | Expect: 100-continue⏎                               | false
          1.1 | Expect: 100-continue⏎Content-Length: 0⏎             | false
          1.1 | Expect: 200-ok⏎Content-Length: 5⏎                   | false
          1.1 | Expect: 100-continues⏎Content-Length: 5⏎            | false
          1.0 | Expect: 100-continue⏎Content-Length: 5⏎             | false
          2.0 | Expect: 100-continue⏎Content-Length: 5⏎             | false
          """)
  void whoWaitsForContinue(String version, String fields, boolean expects) {
    RequestHead head = head("PUT / HTTP/" + version + "⏎" + fields + "⏎");
    assertEquals(expects, Expectation.expectsContinue(head));
  }
}
