package org.gatehouse.bootstrap.explain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What was seen, step by step. For one thread. */
public final class Trace {
  private final Map<Part, List<Step>> steps = new EnumMap<>(Part.class);

  /** The parts of an explanation, in their order. */
  public enum Part {
    /** Reading the head. */
    FRAMING,
    /** The guards. */
    GUARDS,
    /** Who answers. */
    ROUTE,
    /** What storage was asked. */
    STORAGE,
    /** What was decided of it. */
    DECISIONS,
    /** What a server would have changed. */
    EFFECTS
  }

  /**
   * A step.
   *
   * @param subject what it is about
   * @param verdict what came of it, in a word or two
   * @param detail in words; may be empty
   */
  public record Step(String subject, String verdict, String detail) {

    /** As any record's, which the JDK would have to make first: a start waits for it. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Step that
          && subject.equals(that.subject)
          && verdict.equals(that.verdict)
          && detail.equals(that.detail);
    }

    @Override
    public int hashCode() {
      return Objects.hash(subject, verdict, detail);
    }
  }

  /** Adds a step; one that is the same as an earlier one of its part says nothing new. */
  void add(Part part, String subject, String verdict, String detail) {
    Step step = new Step(subject, verdict, detail);
    List<Step> all = steps.computeIfAbsent(part, p -> new ArrayList<>());
    if (!all.contains(step)) {
      all.add(step);
    }
  }

  /** The steps of a part. */
  List<Step> of(Part part) {
    return List.copyOf(steps.getOrDefault(part, List.of()));
  }

  /** All steps. */
  Map<Part, List<Step>> all() {
    Map<Part, List<Step>> all = new EnumMap<>(Part.class);
    steps.keySet().forEach(part -> all.put(part, of(part)));
    return all;
  }
}
