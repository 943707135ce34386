package org.gatehouse.adapter.socket.http1;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.gatehouse.adapter.socket.http1.HeadReader.Progress;
import org.gatehouse.domain.field.Fields;

/** What holds for heads whatever the octets. */
class HeadReaderProperties {
  private static final WireLimits USUAL = new WireLimits(8000, 32768, 100, 1 << 20);

  @Provide
  Arbitrary<byte[]> octets() {
    return Arbitraries.oneOf(Generated.anyOctets(), Generated.headSoup(), Generated.damagedHead());
  }

  @Provide
  Arbitrary<List<Integer>> shares() {
    return Generated.shares();
  }

  /** No exception, no octet beyond the buffer's limit, one verdict for all ways to split. */
  @Property(tries = 5000, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void theVerdictDoesNotDependOnTheSplit(
      @ForAll("octets") byte[] octets, @ForAll("shares") List<Integer> shares) {
    HeadReading whole = HeadReading.of(HeadVectors.LIMITS, octets);
    int[] ends = Generated.ends(shares, octets.length);
    assertEquals(whole, HeadReading.of(HeadVectors.LIMITS, octets, ends));
    Statistics.collect(whole.progress());
    Statistics.coverage(
        coverage -> {
          for (Progress progress : Progress.values()) {
            coverage.check(progress).percentage(share -> share > 2);
          }
        });
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void whatFollowsAHeadIsLeftAlone(
      @ForAll("octets") byte[] octets, @ForAll("octets") byte[] suffix) {
    HeadReading alone = HeadReading.of(HeadVectors.LIMITS, octets);
    if (alone.progress() != Progress.NEED_MORE) {
      byte[] both = Arrays.copyOf(octets, octets.length + suffix.length);
      System.arraycopy(suffix, 0, both, octets.length, suffix.length);
      assertEquals(alone, HeadReading.of(HeadVectors.LIMITS, both));
    }
  }

  /** What was remembered of a head decides nothing about another one, however much alike. */
  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void whatWasReadBeforeChangesNothing(
      @ForAll("written") Written written,
      @ForAll @IntRange(min = 0, max = 10_000) int where,
      @ForAll @ByteRange(min = 0) byte octet) {
    byte[] before = written.octets();
    byte[] octets = before.clone();
    octets[where % octets.length] = octet;
    HeadReading alone = HeadReading.of(HeadVectors.LIMITS, octets);
    assertEquals(alone, HeadReading.after(HeadVectors.LIMITS, before, octets));
  }

  /** A valid head as text, and what went into it. */
  record Written(String method, String target, int minor, List<String[]> lines, String space) {
    byte[] octets() {
      StringBuilder text = new StringBuilder(method + " " + target + " HTTP/1." + minor + "\r\n");
      for (String[] line : lines) {
        text.append(line[0]).append(':').append(space).append(line[1]).append(space);
        text.append("\r\n");
      }
      return text.append("\r\n").toString().getBytes(ISO_8859_1);
    }
  }

  @Provide
  Arbitrary<Written> written() {
    Arbitrary<String> method =
        Arbitraries.oneOf(Arbitraries.of("GET", "PUT", "LOCK"), Generated.token())
            .filter(token -> !token.equals("CONNECT"));
    Arbitrary<String> target =
        Arbitraries.strings()
            .withChars("/?%-._~!$&'()*+,;=:@0aZ")
            .ofMaxLength(60)
            .map(text -> "/" + text);
    // An X keeps the name from being one of those that frame the content.
    Arbitrary<String[]> line =
        Combinators.combine(Generated.token(), Generated.fieldValue())
            .as((name, value) -> new String[] {"X" + name, value});
    return Combinators.combine(
            method,
            target,
            Arbitraries.integers().between(0, 9),
            line.list().ofMaxSize(20),
            Arbitraries.of("", " ", "\t", " \t "))
        .as(Written::new);
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void aWrittenHeadIsReadAsItWasMeant(
      @ForAll("written") Written written, @ForAll("shares") List<Integer> shares) {
    byte[] octets = written.octets();
    HeadReading reading = HeadReading.of(USUAL, octets, Generated.ends(shares, octets.length));
    assertEquals(
        written.method + " " + written.target + " 1." + written.minor + " NONE", reading.outcome());
    assertEquals(octets.length, reading.consumed());
    StringBuilder fields = new StringBuilder();
    for (String[] line : written.lines) {
      fields.append('[').append(line[0]).append(": ").append(line[1]).append(']');
    }
    assertEquals(fields.toString(), reading.fields());
  }

  /**
   * The proof that nothing is scanned twice: before each piece is given, all that was seen is
   * overwritten with octets that no head may hold, and the reader does not notice. Only the piece
   * that completes the method or the target comes with the request line as it was, because text is
   * made of them then.
   */
  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void noOctetIsScannedTwice(
      @ForAll("written") Written written,
      @ForAll("shares") List<Integer> shares,
      @ForAll boolean octetByOctet) {
    byte[] octets = written.octets();
    int last = octets.length - 1;
    int[] ends =
        octetByOctet ? IntStream.rangeClosed(1, last).toArray() : Generated.ends(shares, last);
    HeadReader reader = new HeadReader(USUAL);
    int seen = 0;
    for (int end : ends) {
      assertEquals(
          Progress.NEED_MORE, reader.read(ByteBuffer.wrap(overwritten(octets, seen, end), 0, end)));
      assertEquals(end, reader.octets());
      seen = end;
    }
    ByteBuffer all = ByteBuffer.wrap(overwritten(octets, seen, octets.length));
    assertEquals(Progress.COMPLETE, reader.read(all));
    assertEquals(octets.length, all.position());
    assertEquals(written.method, reader.head().methodToken());
    assertEquals(written.target, reader.head().target().raw());
    assertEquals(written.lines.size(), reader.head().fields().size());
  }

  private static byte[] overwritten(byte[] octets, int seen, int end) {
    String text = new String(octets, 0, end, ISO_8859_1);
    int space = text.indexOf(' ', seen);
    int lineEnd = text.indexOf("\r\n");
    byte[] result = octets.clone();
    if (space < 0 || (lineEnd >= 0 && space > lineEnd)) {
      Arrays.fill(result, 0, seen, (byte) 0);
    }
    return result;
  }

  /** Names are found as in fields that are held as strings. */
  @Property(edgeCases = EdgeCasesMode.NONE)
  void lookupIgnoresCaseAndNothingElse(
      @ForAll("names") List<String> names, @ForAll("names") List<String> asked) {
    StringBuilder text = new StringBuilder("GET / HTTP/2.0\r\n");
    for (int i = 0; i < names.size(); i++) {
      text.append(names.get(i)).append(": ").append(i).append("\r\n");
    }
    HeadReader reader = new HeadReader(USUAL);
    reader.read(ByteBuffer.wrap(text.append("\r\n").toString().getBytes(ISO_8859_1)));
    Fields fields = reader.head().fields();
    for (String name : asked) {
      int[] expected =
          IntStream.range(0, names.size())
              .filter(i -> names.get(i).equalsIgnoreCase(name))
              .toArray();
      int[] found =
          IntStream.iterate(fields.indexOf(name, 0), i -> i >= 0, i -> fields.indexOf(name, i + 1))
              .toArray();
      assertArrayEquals(expected, found);
      assertEquals(expected.length, fields.count(name));
      assertEquals(expected.length > 0, fields.contains(name));
    }
  }

  @Provide
  Arbitrary<List<String>> names() {
    // Octets that differ in the bit that makes letters lower case, letters and others.
    return Arbitraries.strings()
        .withChars("aAzZ^~")
        .ofMinLength(1)
        .ofMaxLength(2)
        .list()
        .ofMinSize(1)
        .ofMaxSize(20);
  }
}
