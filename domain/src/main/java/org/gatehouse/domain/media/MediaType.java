package org.gatehouse.domain.media;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.gatehouse.domain.field.Grammar;

/**
 * A media type (RFC 9110 §8.3.1). Two are equal if they have the same parameters too.
 *
 * @param type in lower case
 * @param subtype in lower case
 * @param parameters as written, {@code charset=utf-8}
 */
public record MediaType(String type, String subtype, List<String> parameters) {
  public static final MediaType OCTET_STREAM = new MediaType("application", "octet-stream");
  public static final MediaType TEXT = new MediaType("text", "plain").utf8();
  public static final MediaType HTML = new MediaType("text", "html").utf8();
  public static final MediaType JSON = new MediaType("application", "json");
  public static final MediaType PROBLEM_JSON = new MediaType("application", "problem+json");

  private static final List<String> TEXT_LIKE =
      List.of("xml", "javascript", "yaml", "toml", "sql", "wasm", "rtf", "x-sh");

  /**
   * Puts the names in lower case and copies the list.
   *
   * @throws IllegalArgumentException if type or subtype is not a token, or a parameter cannot stand
   *     in a field
   */
  public MediaType {
    if (!Grammar.isToken(type) || !Grammar.isToken(subtype)) {
      throw new IllegalArgumentException("not a media type");
    }
    type = type.toLowerCase(Locale.ROOT);
    subtype = subtype.toLowerCase(Locale.ROOT);
    parameters = List.copyOf(parameters);
    for (String parameter : parameters) {
      if (!Grammar.isFieldValue(parameter)) {
        throw new IllegalArgumentException("not a parameter");
      }
    }
  }

  /** A type without parameters. */
  public MediaType(String type, String subtype) {
    this(type, subtype, List.of());
  }

  /** Reads a Content-Type value; empty if it is malformed. */
  public static Optional<MediaType> parse(String text) {
    List<String> parts = Grammar.parameters(text);
    int slash = parts.get(0).indexOf('/');
    if (slash < 0 || !Grammar.isFieldValue(text)) {
      return Optional.empty();
    }
    String type = parts.get(0).substring(0, slash);
    String subtype = parts.get(0).substring(slash + 1);
    return Grammar.isToken(type) && Grammar.isToken(subtype)
        ? Optional.of(new MediaType(type, subtype, parts.subList(1, parts.size())))
        : Optional.empty();
  }

  /**
   * The value of a parameter, unquoted; its name compares without regard to case. Of one that
   * stands twice the first counts.
   *
   * @return empty if it is not there or its value is malformed
   */
  public Optional<String> parameter(String name) {
    for (String parameter : parameters) {
      int equals = parameter.indexOf('=');
      if (equals > 0 && parameter.substring(0, equals).equalsIgnoreCase(name)) {
        return Grammar.unquoted(parameter.substring(equals + 1));
      }
    }
    return Optional.empty();
  }

  /** Type and subtype, {@code text/html}. */
  public String essence() {
    return type + "/" + subtype;
  }

  /** Whether both have the same type and subtype. */
  public boolean isSameTypeAs(MediaType other) {
    return type.equals(other.type) && subtype.equals(other.subtype);
  }

  /** Whether this is JSON: {@code application/json} or any {@code +json} (RFC 6839 §3.1). */
  public boolean isJson() {
    return subtype.endsWith("+json") || (type.equals("application") && subtype.equals("json"));
  }

  /** Whether content of this type shrinks as text does when compressed. */
  public boolean isTextLike() {
    return type.equals("text")
        || subtype.endsWith("+xml")
        || isJson()
        || (type.equals("application") && TEXT_LIKE.contains(subtype));
  }

  private MediaType utf8() {
    return new MediaType(type, subtype, List.of("charset=utf-8"));
  }

  /** This type as it is sent: text carries {@code charset=utf-8}. */
  public MediaType withCharset() {
    return type.equals("text") && parameters.isEmpty() ? utf8() : this;
  }

  /** As any record's, by which the JDK is slower: types are compared for each request. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof MediaType that
            && type.equals(that.type)
            && subtype.equals(that.subtype)
            && parameters.equals(that.parameters);
  }

  @Override
  public int hashCode() {
    return Objects.hash(type, subtype, parameters);
  }

  @Override
  public String toString() {
    return parameters.isEmpty() ? essence() : essence() + "; " + String.join("; ", parameters);
  }
}
