package org.gatehouse.domain.range;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gatehouse.domain.field.Grammar;

/** What a Range field selects from a representation of a known length (RFC 9110 §14.2). */
public sealed interface RangeSelection {

  /** More ranges than this, after coalescing, and the whole is sent (RFC 9110 §17.15). */
  int MOST_RANGES = 16;

  /** Calls the function that fits. */
  <T> T match(Supplier<T> whole, Supplier<T> unsatisfiable, Function<List<ByteRange>, T> partial);

  /** The whole. */
  static RangeSelection whole() {
    return Whole.WHOLE;
  }

  /** The field is absent, malformed, of another unit or greedy: send the whole. */
  enum Whole implements RangeSelection {
    WHOLE;

    @Override
    public <T> T match(
        Supplier<T> whole, Supplier<T> unsatisfiable, Function<List<ByteRange>, T> partial) {
      return whole.get();
    }
  }

  /** No range lies inside the representation: 416. */
  record Unsatisfiable() implements RangeSelection {
    @Override
    public <T> T match(
        Supplier<T> whole, Supplier<T> unsatisfiable, Function<List<ByteRange>, T> partial) {
      return unsatisfiable.get();
    }
  }

  /** One range or several, none touching another, in the order in which they were asked for. */
  record Partial(List<ByteRange> ranges) implements RangeSelection {
    /** Copies the list. */
    public Partial {
      ranges = List.copyOf(ranges);
    }

    @Override
    public <T> T match(
        Supplier<T> whole, Supplier<T> unsatisfiable, Function<List<ByteRange>, T> partial) {
      return partial.apply(ranges);
    }
  }

  /**
   * Selects.
   *
   * @param field the Range field's value
   * @param length of the representation, in octets
   */
  static RangeSelection of(String field, long length) {
    if (!field.regionMatches(true, 0, RangeSpec.UNIT, 0, RangeSpec.UNIT.length())) {
      return whole();
    }
    List<String> specs = Grammar.elements(field.substring(RangeSpec.UNIT.length()));
    List<ByteRange> ranges = new ArrayList<>(specs.size());
    boolean emptySuffix = false;
    for (String spec : specs) {
      Optional<RangeSpec> parsed = RangeSpec.parse(spec);
      if (parsed.isEmpty()) {
        return whole();
      }
      emptySuffix |= length == 0 && parsed.get().isNonEmptySuffix();
      parsed.get().within(length).ifPresent(ranges::add);
    }
    if (specs.isEmpty() || emptySuffix) {
      // The last octets of nothing are satisfiable, yet no Content-Range can say so.
      return whole();
    }
    if (ranges.isEmpty()) {
      return new Unsatisfiable();
    }
    List<ByteRange> coalesced = coalesced(ranges);
    return coalesced.size() > MOST_RANGES ? whole() : new Partial(coalesced);
  }

  /** Joins what touches; a joined range stands where the first of its members was asked for. */
  private static List<ByteRange> coalesced(List<ByteRange> ranges) {
    record Asked(ByteRange range, int order) {}
    List<Asked> sorted = new ArrayList<>(ranges.size());
    for (int i = 0; i < ranges.size(); i++) {
      sorted.add(new Asked(ranges.get(i), i));
    }
    sorted.sort(Comparator.comparingLong(asked -> asked.range().first()));
    List<Asked> joined = new ArrayList<>();
    for (Asked next : sorted) {
      int top = joined.size() - 1;
      if (top >= 0 && joined.get(top).range().touches(next.range())) {
        Asked last = joined.get(top);
        int order = Math.min(last.order(), next.order());
        joined.set(top, new Asked(last.range().joinedWith(next.range()), order));
      } else {
        joined.add(next);
      }
    }
    joined.sort(Comparator.comparingInt(Asked::order));
    List<ByteRange> inOrder = new ArrayList<>(joined.size());
    for (Asked asked : joined) {
      inOrder.add(asked.range());
    }
    return inOrder;
  }
}
