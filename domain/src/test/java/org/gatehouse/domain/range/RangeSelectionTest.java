package org.gatehouse.domain.range;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangeSelectionTest {

  private static String select(String field, long length) {
    return RangeSelection.of(field, length)
        .match(() -> "200", () -> "416", RangeSelectionTest::shown);
  }

  private static String shown(List<ByteRange> ranges) {
    return ranges.stream().map(r -> r.first() + "-" + r.last()).collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bytes=0-0 | 0-0",
        "bytes=0-499 | 0-499",
        "bytes=500-999 | 500-999",
        "bytes=500- | 500-999",
        "bytes=-500 | 500-999",
        "bytes=-1 | 999-999",
        "bytes=999- | 999-999",
        "BYTES=0-1 | 0-1",
        "bytes=00-01 | 0-1",
        // Cut at the end
        "bytes=0- | 0-999",
        "bytes=0-1000 | 0-999",
        "bytes=-1000 | 0-999",
        "bytes=-1001 | 0-999",
        "bytes=990-99999999999999999999 | 990-999",
        "bytes=-99999999999999999999 | 0-999",
        "bytes=0-9223372036854775807 | 0-999",
        // Several, in the order in which they were asked for
        "bytes=0-0,-1 | 0-0 999-999",
        "bytes=-1,0-0 | 999-999 0-0",
        "bytes=0-1 , 5-6,  9-10 | 0-1 5-6 9-10",
        "bytes=,0-1,, 5-6, | 0-1 5-6",
        "bytes=500-600,0-10,700- | 500-600 0-10 700-999",
        // Coalesced
        "bytes=0-9,5-20 | 0-20",
        "bytes=0-9,10-19 | 0-19",
        "bytes=10-19,0-9 | 0-19",
        "bytes=0-9,11-19 | 0-9 11-19",
        "bytes=0-0,0-0,0-0 | 0-0",
        "bytes=0-99,10-20 | 0-99",
        "bytes=900-,-200 | 800-999",
        "bytes=50-60,0-5,61-70,6-9 | 50-70 0-9",
        "bytes=100-200,0-10,5-150 | 0-200",
        // Those outside are left out
        "bytes=1000-,0-1 | 0-1",
        "bytes=0-1,-0 | 0-1",
        "bytes=99999999999999999999-,0-1 | 0-1",
        // None is inside
        "bytes=1000- | 416",
        "bytes=1000-2000 | 416",
        "bytes=-0 | 416",
        "bytes=99999999999999999999-99999999999999999999 | 416",
        // Leading zeros count for nothing
        "bytes=009-10 | 9-10",
        "bytes=0000000000000000000009-00000000000000000000010 | 9-10",
        "bytes=0-00 | 0-0",
        "bytes=9223372036854775807- | 416",
      })
  void ofAThousandOctets(String field, String expected) {
    assertEquals(expected, select(field, 1000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bytes",
        "bytes=",
        "bytes=,",
        "bytes= , ,",
        "=0-1",
        "0-1",
        "0-",
        "byte=0-1",
        "items=0-1",
        "bytes:0-1",
        "bytes 0-1",
        "bytes =0-1",
        " bytes=0-1",
        "none",
        "bytes=-",
        "bytes=--1",
        "bytes=1-0",
        "bytes=999999999999999999999-99999999999999999999",
        "bytes=0-1-2",
        "bytes=a-b",
        "bytes=0-x",
        "bytes=x-",
        "bytes=0x0-0x1",
        "bytes=+0-1",
        "bytes=0 -1",
        "bytes=0- 1",
        "bytes=- 1",
        "bytes=1",
        "bytes=0-1;2-3",
        "bytes=0-1 2-3",
        "bytes=0.0-1",
        "bytes=٠-١",
        "bytes=\"0-1\"",
        "bytes=0-1, bytes=2-3",
        "bytes=bytes=0-1",
        // One that is malformed spoils the whole set.
        "bytes=0-1,x",
        "bytes=0-1,3-2",
        "bytes=5-4,0-1",
        "bytes=0-1,-",
        "bytes=1000-,2-1"
      })
  void malformedIsIgnored(String field) {
    assertEquals("200", select(field, 1000));
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-, 416",
    "bytes=0-0, 416",
    "bytes=-0, 416",
    "bytes=1-2, 416",
    "bytes=-1, 200",
    "'bytes=0-0,-1', 200",
    "bytes=1-0, 200",
  })
  void ofNothing(String field, String expected) {
    assertEquals(expected, select(field, 0));
  }

  @ParameterizedTest
  @CsvSource({"16, true", "17, false", "1000, false"})
  void atMostSixteenRanges(int count, boolean partial) {
    String ranges =
        IntStream.range(0, count)
            .mapToObj(i -> 2 * i + "-" + 2 * i)
            .collect(Collectors.joining(","));
    assertEquals(!partial, select("bytes=" + ranges, 4000).equals("200"));
  }

  @Test
  void countsAfterCoalescing() {
    String ranges =
        IntStream.range(0, 1000).mapToObj(i -> i + "-" + i).collect(Collectors.joining(","));
    assertEquals("0-999", select("bytes=" + ranges, 4000));
    assertEquals("0-3999", select("bytes=" + "0-,".repeat(5000), 4000));
  }

  @Test
  void ofMoreThanFourGibibytes() {
    long length = 5L << 30;
    assertEquals("5368709119-5368709119", select("bytes=-1", length));
    assertEquals("4294967296-5368709119", select("bytes=4294967296-", length));
    long most = Long.MAX_VALUE;
    assertEquals((most - 1) + "-" + (most - 1), select("bytes=-1", most));
    assertEquals("0-" + (most - 1), select("bytes=1-,0-0", most));
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "1, 0", "0, 9223372036854775807"})
  void aRangeIsNotEmptyAndCanBeCounted(long first, long last) {
    assertThrows(IllegalArgumentException.class, () -> new ByteRange(first, last));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 4, 5, 9, true",
    "0, 4, 6, 9, false",
    "0, 4, 4, 9, true",
    "0, 9, 3, 4, true",
    "3, 3, 3, 3, true",
  })
  void touching(long first, long last, long otherFirst, long otherLast, boolean expected) {
    ByteRange one = new ByteRange(first, last);
    ByteRange other = new ByteRange(otherFirst, otherLast);
    assertEquals(expected, one.touches(other));
    assertEquals(expected, other.touches(one));
  }

  @Test
  void contentRange() {
    ByteRange range = new ByteRange(5, 9);
    assertEquals(5, range.length());
    assertEquals("bytes 5-9/1000", range.contentRange(1000));
    assertEquals("bytes */1000", ByteRange.unsatisfied(1000));
    assertEquals(Long.MAX_VALUE, new ByteRange(0, Long.MAX_VALUE - 1).length());
  }

  @Test
  void aSelectionCannotBeChanged() {
    RangeSelection selection = RangeSelection.of("bytes=0-0", 10);
    List<ByteRange> ranges = selection.match(List::of, List::of, r -> r);
    assertThrows(UnsupportedOperationException.class, ranges::clear);
  }
}
