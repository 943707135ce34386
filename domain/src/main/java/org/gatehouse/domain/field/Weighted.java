package org.gatehouse.domain.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One element of a negotiation list with its quality value (RFC 9110 §12.4.2).
 *
 * @param value the element without its parameters, in lower case
 * @param parameters the parameters before {@code q}, as written
 * @param weight the quality in thousandths, 0 (not acceptable) to 1000
 */
public record Weighted(String value, List<String> parameters, int weight) {

  /** The greatest weight, that of an element without {@code q}. */
  public static final int MOST = 1000;

  private static final int MALFORMED = -1;

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException for a weight out of bounds
   */
  public Weighted {
    if (weight < 0 || weight > MOST) {
      throw new IllegalArgumentException("not a weight");
    }
    parameters = List.copyOf(parameters);
  }

  /** The elements of a list, in order; one whose {@code q} cannot be read is left out. */
  public static List<Weighted> list(String field) {
    List<String> elements = Grammar.elements(field);
    List<Weighted> all = new ArrayList<>(elements.size());
    for (String element : elements) {
      if (element.indexOf(';') < 0) {
        all.add(new Weighted(element.toLowerCase(Locale.ROOT), List.of(), MOST));
      } else {
        add(all, Grammar.parameters(element));
      }
    }
    return all;
  }

  private static void add(List<Weighted> all, List<String> parts) {
    int end = 1;
    while (end < parts.size() && !isQuality(parts.get(end))) {
      end++;
    }
    int weight = end < parts.size() ? weight(parts.get(end)) : MOST;
    if (!parts.get(0).isEmpty() && weight != MALFORMED) {
      all.add(new Weighted(parts.get(0).toLowerCase(Locale.ROOT), parts.subList(1, end), weight));
    }
  }

  /** Whether the parameter's name is {@code q}, be its value what it may. */
  private static boolean isQuality(String parameter) {
    int equals = parameter.indexOf('=');
    String name = equals < 0 ? parameter : Grammar.trim(parameter.substring(0, equals));
    return name.equalsIgnoreCase("q");
  }

  /** Reads {@code q=} and a qvalue: 0 to 1 with at most three decimals. */
  private static int weight(String parameter) {
    int length = parameter.length();
    boolean shape = length > 2 && length < 8 && parameter.charAt(1) == '=';
    if (!shape || (length > 3 && parameter.charAt(3) != '.')) {
      return MALFORMED;
    }
    int weight = MOST * (parameter.charAt(2) - '0');
    if (weight != 0 && weight != MOST) {
      return MALFORMED;
    }
    for (int i = 4, unit = MOST / 10; i < length; i++, unit /= 10) {
      int digit = parameter.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return MALFORMED;
      }
      weight += digit * unit;
    }
    return weight > MOST ? MALFORMED : weight;
  }
}
