package org.gatehouse.adapter.socket.http1;

/**
 * Recognises the extensions of a chunk, octet by octet (RFC 9112 §7.1.1), whose meaning is ignored:
 *
 * <pre>
 * chunk-ext = *( BWS ";" BWS chunk-ext-name [ BWS "=" BWS chunk-ext-val ] )
 * </pre>
 *
 * <p>White space may stand only where the grammar has it, so not before the CR.
 */
final class ChunkExtension {
  private enum Part {
    /** Nothing yet. */
    NONE,
    /** White space after a size, a name without value or a value: a semicolon must follow. */
    BEFORE_SEMICOLON,
    BEFORE_NAME,
    NAME,
    /** White space after a name: a semicolon or an equals sign must follow. */
    AFTER_NAME,
    BEFORE_VALUE,
    VALUE,
    QUOTED,
    /** After a backslash in a quoted string. */
    ESCAPED,
    AFTER_QUOTED
  }

  private Part part = Part.NONE;

  void reset() {
    part = Part.NONE;
  }

  /** Takes the next octet; false if the grammar has no place for it. */
  boolean accept(byte octet) {
    Part next =
        switch (part) {
          case NONE, BEFORE_SEMICOLON, AFTER_QUOTED -> separator(octet);
          case BEFORE_NAME -> beforeName(octet);
          case NAME -> Octets.is(octet, Octets.TCHAR) ? Part.NAME : afterName(octet);
          case AFTER_NAME -> afterName(octet);
          case BEFORE_VALUE -> beforeValue(octet);
          case VALUE -> Octets.is(octet, Octets.TCHAR) ? Part.VALUE : separator(octet);
          case QUOTED -> quoted(octet);
          case ESCAPED -> Octets.is(octet, Octets.FIELD) ? Part.QUOTED : null;
        };
    part = next == null ? part : next;
    return next != null;
  }

  private static Part separator(byte octet) {
    if (octet == ';') {
      return Part.BEFORE_NAME;
    }
    return Octets.isWhitespace(octet) ? Part.BEFORE_SEMICOLON : null;
  }

  private static Part beforeName(byte octet) {
    if (Octets.isWhitespace(octet)) {
      return Part.BEFORE_NAME;
    }
    return Octets.is(octet, Octets.TCHAR) ? Part.NAME : null;
  }

  private static Part afterName(byte octet) {
    if (octet == '=') {
      return Part.BEFORE_VALUE;
    }
    return Octets.isWhitespace(octet) ? Part.AFTER_NAME : separator(octet);
  }

  private static Part beforeValue(byte octet) {
    if (Octets.isWhitespace(octet)) {
      return Part.BEFORE_VALUE;
    }
    if (octet == '"') {
      return Part.QUOTED;
    }
    return Octets.is(octet, Octets.TCHAR) ? Part.VALUE : null;
  }

  private static Part quoted(byte octet) {
    if (octet == '"') {
      return Part.AFTER_QUOTED;
    }
    if (octet == '\\') {
      return Part.ESCAPED;
    }
    return Octets.is(octet, Octets.FIELD) ? Part.QUOTED : null;
  }

  /** Whether the line may end here. */
  boolean mayEnd() {
    return switch (part) {
      case NONE, NAME, VALUE, AFTER_QUOTED -> true;
      default -> false;
    };
  }
}
