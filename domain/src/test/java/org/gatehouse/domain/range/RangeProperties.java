package org.gatehouse.domain.range;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.gatehouse.domain.media.MediaType;

class RangeProperties {
  private static final String NONE = "";

  /** Specs that are well-formed, for a length of about 60. */
  @Provide
  Arbitrary<List<String>> specs() {
    Arbitrary<Integer> position = Arbitraries.integers().between(0, 70);
    Arbitrary<String> closed =
        Combinators.combine(position, position).as((a, b) -> Math.min(a, b) + "-" + Math.max(a, b));
    Arbitrary<String> open = position.map(p -> p + "-");
    Arbitrary<String> suffix = position.map(p -> "-" + p);
    return Arbitraries.oneOf(closed, closed, open, suffix).list().ofMinSize(1).ofMaxSize(25);
  }

  @Provide
  Arbitrary<String> scribbles() {
    return Arbitraries.strings().withChars("0123456789-,=x \"bytes").ofMaxLength(20);
  }

  private static List<ByteRange> ranges(String field, long length) {
    return RangeSelection.of(field, length).match(List::of, List::of, ranges -> ranges);
  }

  @Property
  void rangesLieInsideTheLength(
      @ForAll("scribbles") String set, @ForAll @LongRange(min = 0, max = 1L << 62) long length) {
    for (ByteRange range : ranges("bytes=" + set, length)) {
      assertTrue(range.first() >= 0 && range.last() < length, range::toString);
      assertTrue(range.length() > 0);
    }
  }

  @Property
  void rangesAreApartAndFew(@ForAll("specs") List<String> specs) {
    List<ByteRange> ranges = ranges("bytes=" + String.join(",", specs), 60);
    assertTrue(ranges.size() <= RangeSelection.MOST_RANGES);
    for (ByteRange one : ranges) {
      for (ByteRange other : ranges) {
        boolean apart = one.last() + 1 < other.first() || other.last() + 1 < one.first();
        assertTrue(one == other || apart, one + " and " + other);
      }
    }
  }

  /** Octet by octet, by the words of RFC 9110 §14.1.2. */
  @Property
  void exactlyTheOctetsAskedForAreSelected(
      @ForAll("specs") List<String> specs, @ForAll @IntRange(min = 1, max = 60) int length) {
    BitSet wanted = new BitSet();
    for (String spec : specs) {
      String[] ends = spec.split("-", -1);
      for (int i = 0; i < length; i++) {
        boolean suffix = ends[0].isEmpty();
        boolean inside =
            suffix
                ? i >= length - Integer.parseInt(ends[1])
                : i >= Integer.parseInt(ends[0])
                    && (ends[1].isEmpty() || i <= Integer.parseInt(ends[1]));
        wanted.set(i, inside || wanted.get(i));
      }
    }
    BitSet selected = new BitSet();
    String outcome =
        RangeSelection.of("bytes=" + String.join(",", specs), length)
            .match(
                () -> "whole",
                () -> "unsatisfiable",
                ranges -> {
                  ranges.forEach(r -> selected.set((int) r.first(), (int) r.last() + 1));
                  return NONE;
                });
    if (outcome.equals("whole")) {
      assertTrue(runs(wanted) > RangeSelection.MOST_RANGES);
    } else {
      assertEquals(wanted, selected);
      assertEquals(wanted.isEmpty(), outcome.equals("unsatisfiable"));
    }
  }

  private static int runs(BitSet bits) {
    int runs = 0;
    for (int i = bits.nextSetBit(0); i >= 0; i = bits.nextSetBit(bits.nextClearBit(i))) {
      runs++;
    }
    return runs;
  }

  @Property
  void theAnnouncedLengthIsThatOfTheOctetsProduced(
      @ForAll("specs") List<String> specs, @ForAll @IntRange(min = 1, max = 60) int length) {
    List<ByteRange> ranges = ranges("bytes=" + String.join(",", specs), length);
    MultipartByteRanges multipart = new MultipartByteRanges("boundary", MediaType.HTML, length);
    byte[] content = new byte[length];
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int i = 0; i < ranges.size(); i++) {
      ByteRange range = ranges.get(i);
      body.writeBytes(multipart.partHead(range, i == 0));
      body.write(content, (int) range.first(), (int) range.length());
    }
    body.writeBytes(multipart.end());
    assertEquals(body.size(), multipart.length(ranges));
  }

  @Property
  void noTextMakesTheReaderFail(
      @ForAll String field, @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long length) {
    for (String text : List.of(field, "bytes=" + field, "bytes=0-" + field)) {
      RangeSelection.of(text, length).match(() -> 1, () -> 2, List::size);
    }
  }
}
