package org.gatehouse.adapter.socket.http1;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.message.ResponseHead;
import org.gatehouse.domain.message.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ResponseWriterTest {
  private static final Persistence STAYS = new Persistence(true, 30, 999);

  private final ResponseWriter writer = new ResponseWriter();

  private String written(ResponseHead head, long length, Persistence persistence) {
    ByteBuffer out = ByteBuffer.allocate(100_000);
    assertTrue(writer.writeHead(head, length, persistence, out));
    return ISO_8859_1.decode(out.flip()).toString();
  }

  private static ResponseHead head(Status status, String... lines) {
    return new ResponseHead(status, FieldLines.of(lines));
  }

  @Test
  void aHeadThatStays() {
    assertEquals(
        WireText.text(
            "HTTP/1.1 200 OK⏎Content-Type: text/plain⏎ETag: \"1\"⏎Content-Length: 5⏎"
                + "Connection: keep-alive⏎Keep-Alive: timeout=30, max=999⏎⏎"),
        written(head(Status.OK, "Content-Type", "text/plain", "ETag", "\"1\""), 5, STAYS));
  }

  @Test
  void aHeadThatCloses() {
    assertEquals(
        WireText.text("HTTP/1.1 404 Not Found⏎Content-Length: 0⏎Connection: close⏎⏎"),
        written(head(Status.NOT_FOUND), 0, Persistence.CLOSE));
  }

  @Test
  void theSameNameTwiceAndAnEmptyValue() {
    assertEquals(
        WireText.text("HTTP/1.1 200 OK⏎Vary: a⏎Vary: ⏎Connection: close⏎⏎"),
        written(head(Status.OK, "Vary", "a", "Vary", ""), -1, Persistence.CLOSE));
  }

  @Test
  void octetsOfIso8859AreKept() {
    assertTrue(
        written(head(Status.OK, "X", "caf\u00e9\u00ff\t."), -1, STAYS)
            .contains("X: caf\u00e9\u00ff\t.\r\n"));
  }

  @ParameterizedTest
  @EnumSource
  void everyStatus(Status status) {
    String head = written(head(status), 12, STAYS);
    assertTrue(head.startsWith("HTTP/1.1 " + status.code() + " " + status.reason() + "\r\n"));
    assertEquals(status.allowsContent(), head.contains("\r\nContent-Length: 12\r\n"));
  }

  @ParameterizedTest
  @CsvSource({"CONTINUE", "NO_CONTENT", "NOT_MODIFIED"})
  void whereNoContentLengthMayStand(Status status) {
    assertFalse(written(head(status), 0, STAYS).contains("Content-Length"));
  }

  @ParameterizedTest
  @CsvSource({"0", "9", "10", "99", "100", "65536", "5368709120", "9223372036854775807"})
  void everyLength(long length) {
    assertTrue(
        written(head(Status.OK), length, STAYS).contains("\r\nContent-Length: " + length + "\r\n"));
  }

  @Test
  void aNegativeLengthIsNone() {
    assertFalse(written(head(Status.OK), -1, STAYS).contains("Content-Length"));
  }

  @Test
  void theLargestNumbersFit() {
    Persistence most = new Persistence(true, Integer.MAX_VALUE, Integer.MAX_VALUE);
    assertTrue(
        written(head(Status.OK), Long.MAX_VALUE, most)
            .endsWith("Keep-Alive: timeout=2147483647, max=2147483647\r\n\r\n"));
  }

  @Test
  void aHeadLargerThanTheWritersArray() {
    String value = "x".repeat(5000);
    String large = written(head(Status.OK, "A", value, "B", value), 1, STAYS);
    assertTrue(large.contains("A: " + value + "\r\nB: " + value + "\r\nContent-Length: 1\r\n"));
    assertEquals(
        WireText.text("HTTP/1.1 200 OK⏎Connection: close⏎⏎"),
        written(head(Status.OK), -1, Persistence.CLOSE));
  }

  @Test
  void allOrNothing() {
    ResponseHead head = head(Status.OK, "A", "b");
    int size = written(head, 5, STAYS).length();
    for (int room = 0; room < size; room++) {
      ByteBuffer out = ByteBuffer.allocate(room + 3).position(3);
      assertFalse(writer.writeHead(head, 5, STAYS, out));
      assertEquals(3, out.position());
      assertEquals(ByteBuffer.allocate(room + 3), out.rewind());
    }
    ByteBuffer exact = ByteBuffer.allocateDirect(size + 3).position(3);
    assertTrue(writer.writeHead(head, 5, STAYS, exact));
    assertFalse(exact.hasRemaining());
    assertEquals(written(head, 5, STAYS), ISO_8859_1.decode(exact.position(3)).toString());
  }

  @Test
  void continueIsOneLineAndAnEmptyOne() {
    ByteBuffer out = ByteBuffer.allocate(25);
    assertTrue(ResponseWriter.writeContinue(out));
    assertEquals(
        WireText.text("HTTP/1.1 100 Continue⏎⏎"), ISO_8859_1.decode(out.flip()).toString());
    assertFalse(ResponseWriter.writeContinue(ByteBuffer.allocate(24)));
  }

  @ParameterizedTest
  @CsvSource({"␍", "␊", "⏎Set-Cookie: a", "␀", "␡"})
  void noValueEndsALine(String value) {
    assertThrows(
        IllegalArgumentException.class, () -> head(Status.OK, "A", "b" + WireText.text(value)));
  }
}
