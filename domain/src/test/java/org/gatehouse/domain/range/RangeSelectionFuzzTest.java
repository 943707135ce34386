package org.gatehouse.domain.range;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigInteger;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any Range field selects octets inside the representation, exactly those that an independent
 * reading of RFC 9110 §14.1 selects, in at most sixteen ranges of which none touches another.
 */
class RangeSelectionFuzzTest {
  private static final Pattern SPEC = Pattern.compile("([0-9]*)-([0-9]*)");
  private static final int[] LENGTHS = {0, 1, 10, 200};

  static Stream<byte[]> seeds() {
    return Stream.of(
            "",
            "bytes=0-0",
            "BYTES=1-,-2",
            "bytes=-0",
            "bytes=5-3",
            "bytes=0-1, 2-3 ,,\t7-",
            "bytes=0-0,2-2,4-4,6-6,8-8,10-10,12-12,14-14,16-16,18-18,20-20,22-22,24-24,26-26,28-28,"
                + "30-30,32-32",
            "bytes=9223372036854775807-",
            "bytes=99999999999999999999-99999999999999999999",
            "bytes=999999999999999999999-99999999999999999999",
            "bytes=00000000000000000000009-0000000000000000000009",
            "bytes=-99999999999999999999",
            "bytes=1--2",
            "bytes =0-1",
            "lines=0-1",
            "bytes=\"0-1\"",
            "bytes=199-,0-0",
            "bytes=-1")
        .map(text -> text.getBytes(ISO_8859_1));
  }

  @MethodSource("seeds")
  @FuzzTest
  void onlyWhatIsThereIsSelected(byte[] octets) {
    String field = new String(octets, ISO_8859_1);
    for (int length : LENGTHS) {
      RangeSelection selection = RangeSelection.of(field, length);
      Optional<BitSet> wanted = wanted(field, length);
      selection.match(
          () -> {
            boolean greedy = wanted.isPresent() && runs(wanted.get()) > RangeSelection.MOST_RANGES;
            assertTrue(wanted.isEmpty() || length == 0 || greedy, "a range was ignored");
            return null;
          },
          () -> {
            assertEquals(Optional.of(new BitSet()), wanted);
            return null;
          },
          ranges -> {
            assertEquals(wanted, Optional.of(selected(ranges, length)));
            return null;
          });
    }
    RangeSelection.of(field, Long.MAX_VALUE);
  }

  /** The octets the ranges cover, after a look at their shape. */
  private static BitSet selected(List<ByteRange> ranges, int length) {
    BitSet octets = new BitSet();
    assertTrue(!ranges.isEmpty() && ranges.size() <= RangeSelection.MOST_RANGES);
    for (ByteRange range : ranges) {
      assertTrue(range.first() >= 0 && range.first() <= range.last() && range.last() < length);
      int first = (int) range.first();
      int last = (int) range.last();
      boolean touches = octets.get(Math.max(0, first - 1)) || octets.get(last + 1);
      assertFalse(touches || octets.nextSetBit(first) == first, "ranges touch");
      assertTrue(octets.get(first, last + 1).isEmpty(), "ranges overlap");
      octets.set(first, last + 1);
    }
    return octets;
  }

  /** The octets a field asks for; empty if it is malformed or of another unit. */
  private static Optional<BitSet> wanted(String field, int length) {
    if (!field.toLowerCase(Locale.ROOT).startsWith("bytes=")) {
      return Optional.empty();
    }
    BitSet octets = new BitSet();
    boolean any = false;
    for (String element : field.substring("bytes=".length()).split(",")) {
      String spec = element.replaceAll("^[ \\t]++|[ \\t]++$", "");
      if (!spec.isEmpty()) {
        any = true;
        Matcher parts = SPEC.matcher(spec);
        if (!parts.matches() || !add(parts.group(1), parts.group(2), length, octets)) {
          return Optional.empty();
        }
      }
    }
    return any ? Optional.of(octets) : Optional.empty();
  }

  private static boolean add(String first, String last, int length, BitSet octets) {
    if (first.isEmpty() && last.isEmpty()) {
      return false;
    }
    BigInteger from = first.isEmpty() ? BigInteger.ZERO : new BigInteger(first);
    BigInteger to = last.isEmpty() ? null : new BigInteger(last);
    if (first.isEmpty()) {
      from = BigInteger.valueOf(length).subtract(to).max(BigInteger.ZERO);
      to = null;
    } else if (to != null && to.compareTo(from) < 0) {
      return false;
    }
    int begin = clamped(from, length);
    int end = to == null ? length : clamped(to.add(BigInteger.ONE), length);
    octets.set(begin, Math.max(begin, end));
    return true;
  }

  private static int clamped(BigInteger position, int length) {
    return position.min(BigInteger.valueOf(length)).intValue();
  }

  private static int runs(BitSet octets) {
    int runs = 0;
    for (int i = octets.nextSetBit(0); i >= 0; i = octets.nextSetBit(octets.nextClearBit(i))) {
      runs++;
    }
    return runs;
  }
}
