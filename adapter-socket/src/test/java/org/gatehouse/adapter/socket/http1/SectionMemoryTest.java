package org.gatehouse.adapter.socket.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.ByteBuffer;
import org.gatehouse.adapter.socket.http1.HeadReader.Progress;
import org.gatehouse.domain.field.Fields;
import org.junit.jupiter.api.Test;

/** That a section is remembered at all; that it makes no difference stands with the reader. */
class SectionMemoryTest {
  private final HeadReader reader = new HeadReader(new WireLimits(8000, 32768, 100, 1 << 20));

  private Progress progress(ByteBuffer input) {
    reader.reset();
    return reader.read(input);
  }

  private Fields fields(String head) {
    return fields(ByteBuffer.wrap(WireText.octets(head)));
  }

  private Fields fields(ByteBuffer input) {
    assertEquals(Progress.COMPLETE, progress(input));
    return reader.head().fields();
  }

  @Test
  void theSameSectionGivesTheSameFields() {
    Fields first = fields("GET /one HTTP/1.1⏎Host: h⏎Accept: */*⏎⏎");
    assertSame(first, fields("GET /other HTTP/1.1⏎Host: h⏎Accept: */*⏎⏎"));
    assertNotSame(first, fields("GET /one HTTP/1.1⏎Host: i⏎Accept: */*⏎⏎"));
  }

  @Test
  void pipelinedHeadsAreFoundEachAtItsPlace() {
    String head = "GET /one HTTP/1.1⏎Host: h⏎⏎";
    ByteBuffer first = ByteBuffer.wrap(WireText.octets(head + head));
    Fields[] known = {fields(first), fields(first)};
    ByteBuffer again = ByteBuffer.wrap(WireText.octets(head + head));
    assertSame(known[0], fields(again));
    assertSame(known[1], fields(again));
    assertEquals(0, again.remaining());
  }

  @Test
  void theVersionHasItsSayEachTime() {
    String fields = "Host: h⏎Transfer-Encoding: chunked⏎⏎";
    fields("PUT / HTTP/1.1⏎" + fields);
    assertEquals(
        Progress.REJECTED, progress(ByteBuffer.wrap(WireText.octets("PUT / HTTP/1.0⏎" + fields))));
    assertEquals(Violation.TRANSFER_ENCODING_IN_HTTP_1_0, reader.violation());
  }

  @Test
  void aLongSectionIsReadEachTime() {
    String head = "GET / HTTP/1.1⏎Long: " + "x".repeat(2048) + "⏎⏎";
    Fields first = fields(head);
    Fields second = fields(head);
    assertNotSame(first, second);
    assertEquals(first.value(0), second.value(0));
  }

  @Test
  void aSectionThatHasNotComeWholeIsWaitedFor() {
    byte[] head = WireText.octets("GET / HTTP/1.1⏎Host: h⏎⏎");
    fields(ByteBuffer.wrap(head));
    for (int end = 1; end < head.length; end++) {
      assertEquals(Progress.NEED_MORE, progress(ByteBuffer.wrap(head, 0, end)));
      assertEquals(Progress.COMPLETE, reader.read(ByteBuffer.wrap(head)));
    }
  }
}
