package org.gatehouse.adapter.socket.http1;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.gatehouse.domain.message.ContentFraming;

/** What holds for content whatever the octets. */
class ContentDecoderProperties {
  private static final WireLimits LARGE = new WireLimits(100, 400, 8, 1 << 20);

  @Provide
  Arbitrary<byte[]> octets() {
    return Arbitraries.oneOf(
        Generated.anyOctets(), Generated.chunkSoup(), Generated.damagedContent());
  }

  @Provide
  Arbitrary<List<Integer>> shares() {
    return Generated.shares();
  }

  /** No exception, no octet beyond the buffer's limit, one verdict for all ways to split. */
  @Property(tries = 5000, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void theVerdictDoesNotDependOnTheSplit(
      @ForAll("octets") byte[] octets,
      @ForAll("shares") List<Integer> shares,
      @ForAll @IntRange(min = 1, max = 70) int room) {
    ContentReading whole = read(List.of(octets), 1000);
    ContentReading split =
        read(Generated.pieces(octets, Generated.ends(shares, octets.length)), room);
    assertEquals(whole.outcome(), split.outcome());
    assertEquals(whole.consumed(), split.consumed());
    assertArrayEquals(whole.content(), split.content());
    assertTrue(whole.content().length <= ContentVectors.LIMITS.maxContent());
    boolean refused = !whole.outcome().equals("END") && !whole.outcome().equals("MORE");
    Statistics.collect(refused ? "REJECTED" : whole.outcome());
    Statistics.coverage(
        coverage -> {
          for (ContentDecoder.Step step : ContentDecoder.Step.values()) {
            coverage.check(step.name()).percentage(share -> share > 2);
          }
        });
  }

  private static ContentReading read(List<byte[]> pieces, int room) {
    return ContentReading.of(ContentFraming.CHUNKED, ContentVectors.LIMITS, pieces, room);
  }

  /** One chunk as a sender may frame it. */
  record Chunk(byte[] data, int zeros, boolean upper, String extension) {
    void writeTo(ByteArrayOutputStream out) {
      String digits = Integer.toHexString(data.length);
      String size = "0".repeat(zeros) + (upper ? digits.toUpperCase(Locale.ROOT) : digits);
      out.writeBytes((size + extension + "\r\n").getBytes(ISO_8859_1));
      if (data.length > 0) {
        out.writeBytes(data);
        out.writeBytes(new byte[] {'\r', '\n'});
      }
    }
  }

  /** Content in chunks, with its trailer section. */
  record Chunked(List<Chunk> chunks, String lastChunk, String trailers) {
    byte[] content() {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      chunks.forEach(chunk -> out.writeBytes(chunk.data));
      return out.toByteArray();
    }

    byte[] octets() {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      chunks.forEach(chunk -> chunk.writeTo(out));
      out.writeBytes((lastChunk + "\r\n" + trailers + "\r\n").getBytes(ISO_8859_1));
      return out.toByteArray();
    }
  }

  @Provide
  Arbitrary<Chunked> chunked() {
    Arbitrary<String> quoted =
        Generated.fieldValue().map(text -> '"' + text.replaceAll("([\"\\\\])", "\\\\$1") + '"');
    Arbitrary<String> extension =
        Combinators.combine(
                Arbitraries.of("", " ", "\t "), Generated.token(), Generated.token(), quoted)
            .as(
                (space, name, token, text) ->
                    space + ";" + space + name + "=" + token + space + ";" + name + space + "="
                        + space + text);
    Arbitrary<Chunk> chunk =
        Combinators.combine(
                Generated.data(),
                Arbitraries.integers().between(0, 20),
                Arbitraries.of(true, false),
                Arbitraries.oneOf(Arbitraries.just(""), extension))
            .as(Chunk::new);
    Arbitrary<String> trailer =
        Combinators.combine(Generated.token(), Generated.fieldValue())
            .as((name, value) -> name + ": " + value + "\r\n");
    return Combinators.combine(
            chunk.list().ofMaxSize(12),
            Arbitraries.of("0", "000", "0;a=b", "0 ; a"),
            trailer.list().ofMaxSize(5).map(lines -> String.join("", lines)))
        .as(Chunked::new);
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void whatWasChunkedComesOutWhole(
      @ForAll("chunked") Chunked chunked,
      @ForAll("shares") List<Integer> shares,
      @ForAll @IntRange(min = 1, max = 500) int room) {
    byte[] octets = chunked.octets();
    byte[] followed = Arrays.copyOf(octets, octets.length + 3);
    ContentReading reading =
        ContentReading.of(
            ContentFraming.CHUNKED,
            LARGE,
            Generated.pieces(followed, Generated.ends(shares, followed.length)),
            room);
    assertEquals("END", reading.outcome());
    assertEquals(octets.length, reading.consumed());
    assertArrayEquals(chunked.content(), reading.content());
  }

  /** One wrong octet anywhere: an answer, the same however split, and never more than was sent. */
  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void oneWrongOctetIsSurvived(
      @ForAll("chunked") Chunked chunked,
      @ForAll @IntRange(max = 10_000) int at,
      @ForAll byte octet,
      @ForAll("shares") List<Integer> shares) {
    byte[] octets = chunked.octets();
    octets[at % octets.length] = octet;
    ContentReading whole = ContentReading.of(ContentFraming.CHUNKED, LARGE, List.of(octets), 9000);
    ContentReading split =
        ContentReading.of(
            ContentFraming.CHUNKED,
            LARGE,
            Generated.pieces(octets, Generated.ends(shares, octets.length)),
            7);
    assertEquals(whole.outcome(), split.outcome());
    assertEquals(whole.consumed(), split.consumed());
    assertArrayEquals(whole.content(), split.content());
    assertTrue(whole.consumed() <= octets.length);
    assertTrue(whole.content().length <= octets.length);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void contentOfAKnownLengthComesOutWhole(
      @ForAll byte[] octets,
      @ForAll @IntRange(max = 300) int length,
      @ForAll("shares") List<Integer> shares,
      @ForAll @IntRange(min = 1, max = 100) int room) {
    ContentReading reading =
        ContentReading.of(
            ContentFraming.length(length),
            LARGE,
            Generated.pieces(octets, Generated.ends(shares, octets.length)),
            room);
    int expected = Math.min(length, octets.length);
    assertEquals(octets.length >= length ? "END" : "MORE", reading.outcome());
    assertArrayEquals(Arrays.copyOf(octets, expected), reading.content());
    assertEquals(expected, reading.consumed());
  }
}
