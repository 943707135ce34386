package org.gatehouse.domain.target;

import java.util.Locale;
import java.util.Optional;

/**
 * What a request line asks for, in one of its four forms (RFC 9112 §3.2).
 *
 * @param form which form
 * @param raw the target as it was sent
 * @param scheme of the absolute form, in lower case; else empty text
 * @param authority of the absolute and the authority form
 * @param path as sent, not decoded; {@code /} where an absolute target has none, empty for the
 *     authority form, {@code *} for the asterisk form
 * @param query as sent, without the question mark; empty text also where there is none
 * @param resource what became of decoding the path. The asterisk stands for the server as a whole,
 *     which has no path; the root comes nearest
 */
public record RequestTarget(
    Form form,
    String raw,
    String scheme,
    Optional<Authority> authority,
    String path,
    String query,
    ResourcePath.Parsed resource) {

  /** The four forms. */
  public enum Form {
    ORIGIN,
    ABSOLUTE,
    AUTHORITY,
    ASTERISK
  }

  /** What a method has to say about the form of its target (RFC 9112 §3.2.3, §3.2.4). */
  public interface FormRule {
    /** Whether the target is the authority form and nothing else: CONNECT. */
    boolean asksByAuthority();

    /** Whether the target may be the asterisk: OPTIONS. */
    boolean asksByAsterisk();
  }

  /**
   * Reads a target by the strict grammar of RFC 3986: a fragment, a raw space, quote, backslash or
   * bracket, or an octet outside ASCII makes it malformed. Percent triplets are only looked at
   * later, in the path, where a broken one has its own answer.
   *
   * @param method decides which forms are allowed
   * @return empty if malformed
   */
  public static Optional<RequestTarget> parse(FormRule method, String raw) {
    if (method.asksByAuthority()) {
      return Authority.parse(raw)
          .filter(authority -> authority.port() >= 0)
          .map(a -> withoutPath(Form.AUTHORITY, raw, Optional.of(a), ""));
    }
    if (raw.startsWith("/")) {
      return parts(Form.ORIGIN, raw, "", Optional.empty(), raw);
    }
    if (raw.equals("*")) {
      return method.asksByAsterisk()
          ? Optional.of(withoutPath(Form.ASTERISK, raw, Optional.empty(), raw))
          : Optional.empty();
    }
    return absolute(raw);
  }

  private static RequestTarget withoutPath(
      Form form, String raw, Optional<Authority> authority, String path) {
    ResourcePath.Parsed resource = ResourcePath.parse(form == Form.ASTERISK ? "/" : path);
    return new RequestTarget(form, raw, "", authority, path, "", resource);
  }

  private static Optional<RequestTarget> absolute(String raw) {
    int end = raw.indexOf("://");
    if (end <= 0 || !isScheme(raw.substring(0, end))) {
      return Optional.empty();
    }
    String rest = raw.substring(end + 3);
    int slash = rest.indexOf('/');
    int mark = rest.indexOf('?');
    int authorityEnd = slash < 0 ? rest.length() : slash;
    if (mark >= 0 && mark < authorityEnd) {
      authorityEnd = mark;
    }
    Optional<Authority> authority = Authority.parse(rest.substring(0, authorityEnd));
    if (authority.isEmpty()) {
      return Optional.empty();
    }
    String path = rest.substring(authorityEnd);
    return parts(
        Form.ABSOLUTE,
        raw,
        raw.substring(0, end).toLowerCase(Locale.ROOT),
        authority,
        path.startsWith("/") ? path : "/" + path);
  }

  private static Optional<RequestTarget> parts(
      Form form, String raw, String scheme, Optional<Authority> authority, String pathAndQuery) {
    int mark = pathAndQuery.indexOf('?');
    int pathEnd = mark < 0 ? pathAndQuery.length() : mark;
    for (int i = 0; i < pathAndQuery.length(); i++) {
      char c = pathAndQuery.charAt(i);
      boolean valid =
          UriCharacters.isPchar(c) || c == '/' || c == '%' || (c == '?' && i >= pathEnd);
      if (!valid) {
        return Optional.empty();
      }
    }
    String path = mark < 0 ? pathAndQuery : pathAndQuery.substring(0, mark);
    String query = mark < 0 ? "" : pathAndQuery.substring(mark + 1);
    ResourcePath.Parsed resource = ResourcePath.parse(path);
    return Optional.of(new RequestTarget(form, raw, scheme, authority, path, query, resource));
  }

  private static boolean isScheme(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
      if (!letter && (i == 0 || !(UriCharacters.isAlphanumeric(c) || "+-.".indexOf(c) >= 0))) {
        return false;
      }
    }
    return true;
  }

  /** Path and query as sent: what a redirect keeps and an error names. */
  public String pathAndQuery() {
    int mark = raw.indexOf('?');
    return mark < 0 ? path : path + raw.substring(mark);
  }

  /**
   * The value of the first query parameter with this name, as sent; empty text where it has none.
   */
  public Optional<String> queryParameter(String name) {
    if (query.isEmpty()) {
      return Optional.empty();
    }
    for (String parameter : query.split("&")) {
      int equals = parameter.indexOf('=');
      String key = equals < 0 ? parameter : parameter.substring(0, equals);
      if (key.equals(name)) {
        return Optional.of(equals < 0 ? "" : parameter.substring(equals + 1));
      }
    }
    return Optional.empty();
  }
}
