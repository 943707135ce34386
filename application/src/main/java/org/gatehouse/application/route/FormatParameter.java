package org.gatehouse.application.route;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.negotiation.Accept;

/**
 * The query parameter {@code format}: what can be had in several formats is had in the one that it
 * names, by the constant's name in lower case, whatever Accept prefers.
 *
 * @param <F> the formats
 */
public final class FormatParameter<F extends Enum<F>> {
  private static final String NAME = "format";

  private final List<F> formats;

  /** The parameter that takes any of these formats. */
  public FormatParameter(F[] formats) {
    this.formats = List.of(formats);
  }

  private static <F extends Enum<F>> String word(F format) {
    return format.name().toLowerCase(Locale.ROOT);
  }

  /** The words it takes, for people. */
  public String words() {
    return formats.stream().map(FormatParameter::word).collect(Collectors.joining(", "));
  }

  /** Whether a request has the parameter, be it with a format that there is not. */
  public static boolean isIn(Request request) {
    return value(request).isPresent();
  }

  private static Optional<String> value(Request request) {
    return request.head().target().queryParameter(NAME);
  }

  /**
   * The format that a request asks for.
   *
   * @param preferred chooses by Accept where the query names none
   * @return empty if the query names one that there is not
   */
  public Optional<F> askedBy(Request request, Function<Accept, F> preferred) {
    return value(request)
        .map(this::named)
        .orElseGet(() -> Optional.of(preferred.apply(accept(request))));
  }

  private Optional<F> named(String word) {
    return formats.stream().filter(format -> word(format).equals(word)).findFirst();
  }

  private static Accept accept(Request request) {
    return Accept.of(request.fields().combined(FieldName.ACCEPT));
  }
}
