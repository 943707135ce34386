package org.gatehouse.domain.negotiation;

import java.util.List;
import java.util.Optional;
import org.gatehouse.domain.field.Weighted;
import org.gatehouse.domain.media.MediaType;

/** What an Accept field says of media types (RFC 9110 §12.5.1). */
public final class Accept {
  private static final int OTHER_TYPE = 0;
  private static final int FAMILY = 1;
  private static final int OTHER_PARAMETERS = 2;
  private static final int TYPE = 3;
  private static final int PARAMETERS = 4;

  private final List<Weighted> ranges;

  private Accept(List<Weighted> ranges) {
    this.ranges = ranges;
  }

  /** Reads the combined field; absent means that everything is accepted alike. */
  public static Accept of(Optional<String> field) {
    return new Accept(field.map(Weighted::list).orElse(List.of()));
  }

  /**
   * How much a type is wanted by the most specific range that names it or its family; {@code
   * *}{@code /*} does not count, since who accepts everything asks for nothing in particular. A
   * range with parameters that the type has not, such as a version, counts where no other names the
   * type.
   *
   * @return 0 (not asked for) to 1000
   */
  public int preferenceFor(MediaType type) {
    int most = OTHER_TYPE;
    int weight = 0;
    for (Weighted range : ranges) {
      int specificity = specificity(range, type);
      if (specificity > most) {
        most = specificity;
        weight = range.weight();
      }
    }
    return weight;
  }

  private static int specificity(Weighted range, MediaType type) {
    if (!range.value().equals(type.essence())) {
      return range.value().equals(type.type() + "/*") ? FAMILY : OTHER_TYPE;
    }
    if (range.parameters().isEmpty()) {
      return TYPE;
    }
    return hasAll(type, range.parameters()) ? PARAMETERS : OTHER_PARAMETERS;
  }

  private static boolean hasAll(MediaType type, List<String> parameters) {
    for (String wanted : parameters) {
      boolean found = false;
      for (String parameter : type.parameters()) {
        found |= parameter.equalsIgnoreCase(wanted);
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }
}
