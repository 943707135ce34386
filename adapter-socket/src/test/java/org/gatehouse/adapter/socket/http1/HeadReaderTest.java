package org.gatehouse.adapter.socket.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gatehouse.adapter.socket.http1.HeadReader.Progress;
import org.gatehouse.domain.message.ContentFraming;
import org.gatehouse.domain.message.HttpVersion;
import org.gatehouse.domain.message.Method;
import org.gatehouse.domain.message.RequestHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of heads read in every way, and what a reader promises beside it. */
class HeadReaderTest {

  static List<HeadVectors.Row> rows() {
    return HeadVectors.rows();
  }

  private static HeadReading read(byte[] octets, int... ends) {
    return HeadReading.of(HeadVectors.LIMITS, octets, ends);
  }

  private static void check(HeadVectors.Row row, HeadReading reading) {
    String expected = WireText.text(row.outcome());
    int bracket = expected.indexOf(" [");
    assertEquals(bracket < 0 ? expected : expected.substring(0, bracket), reading.outcome());
    if (bracket >= 0) {
      assertEquals(expected.substring(bracket + 1), reading.fields());
    }
    boolean complete = reading.progress() == Progress.COMPLETE;
    assertEquals(complete ? row.octets().length : 0, reading.consumed());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void whole(HeadVectors.Row row) {
    check(row, read(row.octets()));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void splitAtEveryOctet(HeadVectors.Row row) {
    byte[] octets = row.octets();
    for (int end = 0; end <= octets.length; end++) {
      check(row, read(octets, end));
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void octetByOctet(HeadVectors.Row row) {
    byte[] octets = row.octets();
    check(row, read(octets, IntStream.range(0, octets.length).toArray()));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void afterTheSameHead(HeadVectors.Row row) {
    check(row, HeadReading.after(HeadVectors.LIMITS, row.octets(), row.octets()));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void octetsAfterAHeadStay(HeadVectors.Row row) {
    byte[] octets = row.octets();
    HeadReading alone = read(octets);
    if (alone.progress() == Progress.NEED_MORE) {
      return;
    }
    for (String suffix : List.of("G", "⏎", "GET /next HTTP/1.1⏎⏎", "␀‹ff›")) {
      byte[] more = WireText.octets(suffix);
      byte[] both = Arrays.copyOf(octets, octets.length + more.length);
      System.arraycopy(more, 0, both, octets.length, more.length);
      assertEquals(alone, read(both));
      assertEquals(alone, read(both, octets.length));
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void whatIsRefusedIsRefusedAtOnce(HeadVectors.Row row) {
    assertEquals(row.isRefused(), isViolation(row.outcome()));
    if (row.isRefused()) {
      byte[] octets = row.octets();
      int enough = row.refusedAfter();
      check(row, read(Arrays.copyOf(octets, enough)));
      assertEquals("more", read(Arrays.copyOf(octets, enough - 1)).outcome());
    }
  }

  private static boolean isViolation(String outcome) {
    return Arrays.stream(Violation.values()).anyMatch(rule -> rule.name().equals(outcome));
  }

  @Test
  void theTableIsLong() {
    assertTrue(rows().size() > 300);
    assertEquals(rows().size(), rows().stream().map(HeadVectors.Row::toString).distinct().count());
  }

  private static final WireLimits USUAL = new WireLimits(8000, 32768, 100, 1 << 20);

  private static ByteBuffer wire(String text) {
    return ByteBuffer.wrap(WireText.octets(text));
  }

  @Test
  void aHeadIsMadeOfConstantsWhereItCanBe() {
    HeadReader reader = new HeadReader(USUAL);
    reader.read(wire("GET / HTTP/1.1⏎Host: a⏎⏎"));
    RequestHead head = reader.head();
    assertSame(Method.GET, head.method());
    assertSame(Method.GET.token(), head.methodToken());
    assertSame(HttpVersion.HTTP_1_1, head.version());
    assertSame(ContentFraming.NONE, head.framing());
  }

  @Test
  void anUnregisteredMethodKeepsItsToken() {
    HeadReader reader = new HeadReader(USUAL);
    reader.read(wire("BREW /pot HTTP/1.1⏎⏎"));
    assertSame(Method.UNREGISTERED, reader.head().method());
    assertEquals("BREW", reader.head().methodToken());
  }

  @Test
  void pipelinedHeadsAreReadOneByOne() {
    ByteBuffer input = wire("GET /1 HTTP/1.1⏎⏎⏎HEAD /2 HTTP/1.0⏎A: b⏎⏎DELETE /3 HT");
    HeadReader reader = new HeadReader(USUAL);
    assertEquals(Progress.COMPLETE, reader.read(input));
    RequestHead first = reader.head();
    reader.reset();
    assertEquals(Progress.COMPLETE, reader.read(input));
    RequestHead second = reader.head();
    reader.reset();
    assertEquals(Progress.NEED_MORE, reader.read(input));
    assertEquals(12, input.remaining());
    assertEquals("/1", first.target().raw());
    assertEquals(0, first.fields().size());
    assertEquals("/2", second.target().raw());
    assertEquals("b", second.fields().first("a").orElseThrow());
    assertEquals(HttpVersion.HTTP_1_0, second.version());
  }

  @Test
  void aHeadDoesNotChangeWithTheBufferItCameFrom() {
    ByteBuffer input = wire("GET /a HTTP/1.1⏎Host: b⏎⏎");
    HeadReader reader = new HeadReader(USUAL);
    reader.read(input);
    Arrays.fill(input.array(), (byte) 'x');
    assertEquals("/a", reader.head().target().raw());
    assertEquals("Host", reader.head().fields().name(0));
    assertEquals("b", reader.head().fields().value(0));
  }

  @Test
  void aHeadHasBegunWithTheFirstOctetOfItsRequestLine() {
    HeadReader reader = new HeadReader(USUAL);
    assertFalse(reader.hasBegun());
    reader.read(wire(""));
    assertFalse(reader.hasBegun());
    reader.read(wire("⏎␍"));
    assertFalse(reader.hasBegun());
    reader.read(wire("⏎⏎"));
    assertFalse(reader.hasBegun());
    reader.read(wire("⏎⏎G"));
    assertTrue(reader.hasBegun());
    reader.reset();
    assertFalse(reader.hasBegun());
  }

  /** So that even a refusal of what follows can be answered as its method wants it. */
  @Test
  void theMethodIsKnownBeforeTheHeadIsComplete() {
    HeadReader reader = new HeadReader(USUAL);
    reader.read(wire("HEA"));
    assertNull(reader.method());
    reader.read(wire("HEAD /"));
    assertEquals(Method.HEAD, reader.method());
    reader.read(wire("HEAD /␊"));
    assertEquals(Method.HEAD, reader.method());
    reader.reset();
    assertNull(reader.method());
  }

  @Test
  void octetsAreCounted() {
    HeadReader reader = new HeadReader(USUAL);
    reader.read(wire("⏎GET / HTTP/1.1⏎Ho"));
    assertEquals(20, reader.octets());
    reader.read(wire("⏎GET / HTTP/1.1⏎Host: a⏎⏎and more"));
    assertEquals(29, reader.octets());
    reader.reset();
    assertEquals(0, reader.octets());
  }

  @Test
  void aRefusalStays() {
    HeadReader reader = new HeadReader(USUAL);
    assertEquals(Progress.REJECTED, reader.read(wire("GET␊")));
    assertEquals(Progress.REJECTED, reader.read(wire("GET / HTTP/1.1⏎⏎")));
    assertEquals(Violation.BARE_LF, reader.violation());
    assertThrows(IllegalStateException.class, reader::head);
  }

  @Test
  void aReaderGoesOnAfterReset() {
    HeadReader reader = new HeadReader(USUAL);
    reader.read(wire("⏎GET / HTTP/1.1⏎A: b⏎C␀"));
    reader.reset();
    ByteBuffer many = wire("GET / HTTP/1.1⏎«x: y⏎*100»⏎");
    assertEquals(Progress.COMPLETE, reader.read(many));
    assertEquals(100, reader.head().fields().size());
    assertEquals("y", reader.head().fields().value(99));
    assertThrows(IllegalStateException.class, reader::violation);
    reader.reset();
    assertThrows(IllegalStateException.class, reader::head);
  }

  @Test
  void aCompleteHeadMustBeTakenBeforeTheNext() {
    HeadReader reader = new HeadReader(USUAL);
    ByteBuffer input = wire("GET / HTTP/1.1⏎⏎");
    reader.read(input);
    assertThrows(IllegalStateException.class, () -> reader.read(input));
  }

  @Test
  void limitsOfZeroRefuseAllThatTheyLimit() {
    WireLimits none = new WireLimits(0, 0, 0, 0);
    byte[] bare = WireText.octets("GET / HTTP/1.0⏎⏎");
    assertEquals("GET / 1.0 NONE", HeadReading.of(none, bare).outcome());
    byte[] field = WireText.octets("GET / HTTP/1.0⏎A:⏎⏎");
    assertEquals("TOO_MANY_FIELDS", HeadReading.of(none, field).outcome());
    WireLimits oneField = new WireLimits(0, 0, 1, 0);
    assertEquals("FIELD_SECTION_TOO_LARGE", HeadReading.of(oneField, field).outcome());
  }
}
