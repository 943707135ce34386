package org.gatehouse.domain.negotiation;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gatehouse.domain.field.Weighted;

/** What an Accept-Encoding field says of each coding (RFC 9110 §12.5.3). */
public final class AcceptEncoding {
  private static final List<ContentCoding> BEST_FIRST = List.of(ContentCoding.values());
  private static final int UNNAMED = -1;
  private static final int UNACCEPTABLE = -1;
  private static final int TOLERATED = 0;

  private static final AcceptEncoding ABSENT = new AcceptEncoding(List.of());

  /** By ordinal of the coding: its weight in thousandths, or {@link #UNNAMED}. */
  private final int[] weights = new int[BEST_FIRST.size()];

  private int others = UNNAMED;

  private AcceptEncoding(List<Weighted> elements) {
    Arrays.fill(weights, UNNAMED);
    for (Weighted element : elements) {
      if (element.value().equals("*")) {
        others = others == UNNAMED ? element.weight() : others;
      } else {
        ContentCoding.of(element.value()).ifPresent(coding -> name(coding, element.weight()));
      }
    }
  }

  /** Of a coding that stands twice the first counts. */
  private void name(ContentCoding coding, int weight) {
    if (weights[coding.ordinal()] == UNNAMED) {
      weights[coding.ordinal()] = weight;
    }
  }

  /**
   * Reads the field.
   *
   * @param field the combined value. Absent: any coding may be sent, so the plain one is, as every
   *     client can read it. Empty: no coding but the identity.
   */
  public static AcceptEncoding of(Optional<String> field) {
    return field.isEmpty() ? ABSENT : new AcceptEncoding(Weighted.list(field.get()));
  }

  /**
   * The best of the codings at hand: the one with the greatest weight, among equals the first of
   * {@link ContentCoding}. The identity, where the client does not name it, is acceptable but comes
   * after everything it does name.
   *
   * @return empty if none is acceptable (406)
   */
  public Optional<ContentCoding> choose(Collection<ContentCoding> available) {
    return choose(available, coding -> coding);
  }

  /**
   * The same for what is coded.
   *
   * @param codingOf the coding of each
   */
  public <T> Optional<T> choose(Collection<T> available, Function<T, ContentCoding> codingOf) {
    T best = null;
    int most = UNACCEPTABLE;
    for (ContentCoding coding : BEST_FIRST) {
      int weight = weight(coding);
      T candidate = weight > most ? first(available, codingOf, coding) : null;
      if (candidate != null) {
        best = candidate;
        most = weight;
      }
    }
    return Optional.ofNullable(best);
  }

  private static <T> T first(
      Collection<T> available, Function<T, ContentCoding> codingOf, ContentCoding coding) {
    for (T candidate : available) {
      if (codingOf.apply(candidate) == coding) {
        return candidate;
      }
    }
    return null;
  }

  private int weight(ContentCoding coding) {
    int named = weights[coding.ordinal()];
    int weight = named == UNNAMED ? others : named;
    if (weight == UNNAMED) {
      return coding == ContentCoding.IDENTITY ? TOLERATED : UNACCEPTABLE;
    }
    return weight == 0 ? UNACCEPTABLE : weight;
  }

  /** Whether the plain content may be sent. */
  public boolean allowsIdentity() {
    return weight(ContentCoding.IDENTITY) != UNACCEPTABLE;
  }
}
