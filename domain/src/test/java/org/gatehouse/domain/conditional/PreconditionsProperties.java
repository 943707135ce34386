package org.gatehouse.domain.conditional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.gatehouse.domain.conditional.Preconditions.Outcome;
import org.gatehouse.domain.field.FieldLines;
import org.gatehouse.domain.field.HttpDate;
import org.gatehouse.domain.message.Method;

class PreconditionsProperties {
  private static final Instant NOW = Instant.parse("2026-07-28T12:00:00Z");

  @Provide
  Arbitrary<List<String[]>> lines() {
    Arbitrary<String> name =
        Arbitraries.of(
            "If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since", "If-Range");
    Arbitrary<String> value =
        Arbitraries.of(
            "*",
            "\"0-0\"",
            "W/\"1-1\"",
            "\"1-1\", \"2-2\"",
            "x",
            "",
            ",",
            "Thu, 01 Jan 1970 00:00:00 GMT",
            "Thu, 01 Jan 1970 00:00:01 GMT",
            "Thu, 01 Jan 1970 00:00:02 GMT");
    return Combinators.combine(name, value).as((n, v) -> new String[] {n, v}).list().ofMaxSize(5);
  }

  @Provide
  Arbitrary<List<String[]>> others() {
    Arbitrary<String> name =
        Arbitraries.of(
            "Range", "Accept", "If", "If-Matches", "X-If-Match", "Cookie", "Date", "ETag");
    Arbitrary<String> value = Arbitraries.of("*", "\"0-0\"", "Thu, 01 Jan 1970 00:00:00 GMT");
    return Combinators.combine(name, value).as((n, v) -> new String[] {n, v}).list().ofMaxSize(5);
  }

  @Provide
  Arbitrary<Optional<Validators>> states() {
    return Arbitraries.integers()
        .between(0, 2)
        .map(
            i ->
                Validators.of(
                    EntityTag.of(Instant.ofEpochSecond(0, i), i), Instant.ofEpochSecond(i)))
        .optional();
  }

  private static Outcome outcome(
      Method method, List<String[]> lines, Optional<Validators> state, Instant now) {
    FieldLines.Builder builder = FieldLines.builder();
    for (String[] line : lines) {
      builder.add(line[0], line[1]);
    }
    return Preconditions.of(method, builder.build(), now).evaluate(state);
  }

  @Property
  void otherFieldsAreIrrelevant(
      @ForAll Method method,
      @ForAll("lines") List<String[]> lines,
      @ForAll("others") List<String[]> others,
      @ForAll("states") Optional<Validators> state) {
    List<String[]> mixed = new java.util.ArrayList<>(others);
    mixed.addAll(lines);
    assertEquals(outcome(method, lines, state, NOW), outcome(method, mixed, state, NOW));
  }

  @Property
  void theOrderOfLinesIsIrrelevant(
      @ForAll Method method,
      @ForAll("lines") List<String[]> lines,
      @ForAll("states") Optional<Validators> state,
      @ForAll long seed) {
    List<String[]> shuffled = new java.util.ArrayList<>(lines);
    Collections.shuffle(shuffled, new Random(seed));
    assertEquals(outcome(method, lines, state, NOW), outcome(method, shuffled, state, NOW));
  }

  @Property
  void theTimeOfDayIsIrrelevant(
      @ForAll Method method,
      @ForAll("lines") List<String[]> lines,
      @ForAll("states") Optional<Validators> state,
      @ForAll @LongRange(min = 0, max = 1L << 40) long later) {
    Instant other = NOW.plusMillis(later);
    assertEquals(outcome(method, lines, state, NOW), outcome(method, lines, state, other));
  }

  @Property
  void ifNoneMatchMakesIfModifiedSinceIrrelevant(
      @ForAll Method method,
      @ForAll("lines") List<String[]> lines,
      @ForAll("states") Optional<Validators> state) {
    List<String[]> with = new java.util.ArrayList<>(lines);
    with.add(new String[] {"If-None-Match", "\"none\""});
    List<String[]> without = new java.util.ArrayList<>(with);
    without.removeIf(line -> line[0].equals("If-Modified-Since"));
    assertEquals(outcome(method, without, state, NOW), outcome(method, with, state, NOW));
  }

  @Property
  void ifMatchMakesIfUnmodifiedSinceIrrelevant(
      @ForAll Method method,
      @ForAll("lines") List<String[]> lines,
      @ForAll("states") Optional<Validators> state) {
    List<String[]> with = new java.util.ArrayList<>(lines);
    with.add(new String[] {"If-Match", "\"0-0\""});
    List<String[]> without = new java.util.ArrayList<>(with);
    without.removeIf(line -> line[0].equals("If-Unmodified-Since"));
    assertEquals(outcome(method, without, state, NOW), outcome(method, with, state, NOW));
  }

  @Property
  void onlyARetrievalIsNotModified(
      @ForAll Method method,
      @ForAll("lines") List<String[]> lines,
      @ForAll("states") Optional<Validators> state) {
    if (!method.retrieves() || state.isEmpty()) {
      assertNotEquals(Outcome.NOT_MODIFIED, outcome(method, lines, state, NOW));
    }
  }

  /** What a client that was given tag and date asks for next. */
  @Property
  void aClientThatHasTheCurrentStateIsToldSo(@ForAll("states") Optional<Validators> state) {
    if (state.isEmpty()) {
      return;
    }
    String tag = state.get().selected().toString();
    String date = HttpDate.format(state.get().lastModified());
    List<String[]> revalidation =
        List.of(new String[] {"If-None-Match", tag}, new String[] {"If-Modified-Since", date});
    assertEquals(Outcome.NOT_MODIFIED, outcome(Method.GET, revalidation, state, NOW));
    List<String[]> update =
        List.of(new String[] {"If-Match", tag}, new String[] {"If-Unmodified-Since", date});
    assertEquals(Outcome.PROCEED, outcome(Method.PUT, update, state, NOW));
  }
}
