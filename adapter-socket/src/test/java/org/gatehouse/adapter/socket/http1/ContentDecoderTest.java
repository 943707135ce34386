package org.gatehouse.adapter.socket.http1;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gatehouse.adapter.socket.http1.ContentDecoder.Step;
import org.gatehouse.domain.message.ContentFraming;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of contents read in every way, and the budgets of chunked framing from both sides. */
class ContentDecoderTest {

  static List<ContentVectors.Row> rows() {
    return ContentVectors.rows();
  }

  private static ContentReading read(ContentVectors.Row row, int room, int... ends) {
    return ContentReading.of(
        row.contentFraming(), ContentVectors.LIMITS, Generated.pieces(row.octets(), ends), room);
  }

  private static void check(ContentVectors.Row row, ContentReading reading) {
    String expected = WireText.text(row.outcome());
    if (row.isRefused()) {
      assertEquals(expected, reading.outcome());
    } else {
      assertEquals(row.isComplete() ? "END" : "MORE", reading.outcome());
      assertEquals(expected, new String(reading.content(), ISO_8859_1));
      int used = row.isComplete() ? row.decidedAfter() : row.octets().length;
      assertEquals(used, reading.consumed());
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void whole(ContentVectors.Row row) {
    check(row, read(row, 100));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void splitAtEveryOctet(ContentVectors.Row row) {
    int length = row.octets().length;
    for (int end = 0; end <= length; end += length > 2000 ? 97 : 1) {
      check(row, read(row, 100, end));
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void octetByOctetIntoRoomForOne(ContentVectors.Row row) {
    check(row, read(row, 1, IntStream.range(0, row.octets().length).toArray()));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void wholeIntoLittleRoom(ContentVectors.Row row) {
    check(row, read(row, 1));
    check(row, read(row, 3));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void whatIsRefusedIsRefusedAtOnce(ContentVectors.Row row) {
    if (row.isRefused()) {
      int enough = row.decidedAfter();
      ContentDecoder decoder = ContentDecoder.of(row.contentFraming(), ContentVectors.LIMITS);
      ByteBuffer output = ByteBuffer.allocate(100);
      if (enough > 0) {
        ByteBuffer before = ByteBuffer.wrap(row.octets(), 0, enough - 1);
        assertEquals(Step.MORE, decoder.decode(before, output));
        assertThrows(IllegalStateException.class, decoder::violation);
      }
      int start = Math.max(enough - 1, 0);
      ByteBuffer last = ByteBuffer.wrap(row.octets(), start, enough - start);
      assertEquals(Step.REJECTED, decoder.decode(last, output));
      assertEquals(Step.REJECTED, decoder.decode(ByteBuffer.wrap(row.octets()), output));
      assertEquals(row.outcome(), decoder.violation().name());
    }
  }

  @Test
  void theTableIsLong() {
    assertTrue(rows().size() > 130);
    assertEquals(
        rows().size(), rows().stream().map(ContentVectors.Row::toString).distinct().count());
  }

  private static final WireLimits LARGE = new WireLimits(100, 400, 8, 1 << 20);

  /**
   * What comes of chunks of one octet each, framed in this way; the last chunk is not among them.
   */
  private static String chunks(int count, String framed) {
    byte[] octets = WireText.text(framed).repeat(count).getBytes(ISO_8859_1);
    return ContentReading.of(ContentFraming.CHUNKED, LARGE, List.of(octets), 1000).outcome();
  }

  @Test
  void anOddSenderOfOneOctetChunksPasses() {
    assertEquals("MORE", chunks(100_000, "1⏎x⏎"));
    assertEquals("MORE", chunks(100_000, "00000001⏎x⏎"));
    assertEquals("MORE", chunks(100_000, "1;extended=1⏎x⏎"));
  }

  @Test
  void aSenderOfLittleDataInMuchFramingIsCutOff() {
    String cost19 = "1;«a*13»⏎x⏎";
    assertEquals("MORE", chunks(16_000, cost19));
    assertEquals("CHUNK_OVERHEAD", chunks(16_384, cost19));
    assertEquals("CHUNK_OVERHEAD", chunks(100_000, "«0*20»1⏎x⏎"));
    assertEquals("CHUNK_OVERHEAD", chunks(20, "1;«a*1000»⏎x⏎"));
  }

  @Test
  void aSenderOfSignedChunksPasses() {
    String signed = "100;chunk-signature=«0*64»⏎«x*256»⏎";
    byte[] octets = WireText.text(signed).repeat(1000).getBytes(ISO_8859_1);
    ContentReading reading =
        ContentReading.of(ContentFraming.CHUNKED, LARGE, List.of(octets), 4096);
    assertEquals("MORE", reading.outcome());
    assertEquals(256_000, reading.content().length);
  }

  @Test
  void largeChunksEarnNoCreditForLaterWaste() {
    String large = "40000⏎«x*262144»⏎";
    String waste = "1;«a*1000»⏎x⏎".repeat(17);
    byte[] octets = WireText.octets(large + waste);
    assertEquals(
        "CHUNK_OVERHEAD",
        ContentReading.of(ContentFraming.CHUNKED, LARGE, List.of(octets), 4096).outcome());
  }

  @Test
  void theEndIsFoundWithoutRoomForMore() {
    ContentDecoder decoder = ContentDecoder.of(ContentFraming.CHUNKED, LARGE);
    ByteBuffer input = ByteBuffer.wrap(WireText.octets("2⏎He⏎0⏎A: b⏎⏎GET"));
    ByteBuffer output = ByteBuffer.allocate(2);
    assertEquals(Step.END, decoder.decode(input, output));
    assertEquals(3, input.remaining());
    assertEquals(Step.END, decoder.decode(input, output));
    assertEquals(3, input.remaining());
  }

  @Test
  void aFullOutputStopsAtTheNextOctetOfData() {
    ContentDecoder decoder = ContentDecoder.of(ContentFraming.CHUNKED, LARGE);
    ByteBuffer input = ByteBuffer.wrap(WireText.octets("2⏎He⏎3⏎llo⏎"));
    ByteBuffer output = ByteBuffer.allocate(2);
    assertEquals(Step.MORE, decoder.decode(input, output));
    assertEquals("llo\r\n", ISO_8859_1.decode(input.duplicate()).toString());
    assertEquals(Step.MORE, decoder.decode(input, output));
    assertEquals(5, input.remaining());
  }

  @Test
  void anyKindOfBufferWillDo() {
    for (boolean direct : new boolean[] {false, true}) {
      ContentDecoder decoder = ContentDecoder.of(ContentFraming.CHUNKED, LARGE);
      byte[] octets = WireText.octets("5;a=b⏎Hello⏎0⏎A: b⏎⏎G");
      ByteBuffer input =
          direct ? ByteBuffer.allocateDirect(octets.length) : ByteBuffer.allocate(octets.length);
      input.put(octets).flip();
      ByteBuffer output = direct ? ByteBuffer.allocate(10) : ByteBuffer.allocateDirect(10);
      assertEquals(Step.END, decoder.decode(input.asReadOnlyBuffer(), output));
      assertEquals("Hello", ISO_8859_1.decode(output.flip()).toString());
    }
  }

  @Test
  void numbersLargerThanAnIntAreNotCut() {
    WireLimits any = new WireLimits(100, 400, 8, Long.MAX_VALUE);
    long length = (1L << 32) + 5;
    ContentReading known =
        ContentReading.of(
            ContentFraming.length(length), any, List.of(WireText.octets("HelloGET")), 100);
    assertEquals("MORE", known.outcome());
    assertEquals(8, known.content().length);
    byte[] chunk = WireText.octets("100000005⏎Hello⏎0⏎⏎GET");
    ContentReading chunked = ContentReading.of(ContentFraming.CHUNKED, any, List.of(chunk), 100);
    assertEquals("MORE", chunked.outcome());
    assertEquals("Hello\r\n0\r\n\r\nGET", new String(chunked.content(), ISO_8859_1));
  }

  @Test
  void contentArrivesUnchanged() {
    byte[] data = new byte[1000];
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) i;
    }
    ContentReading reading =
        ContentReading.of(ContentFraming.length(1000), LARGE, List.of(data), 64);
    assertTrue(Arrays.equals(data, reading.content()));
  }
}
