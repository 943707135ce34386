package org.gatehouse.application.method;

import java.util.Optional;
import org.gatehouse.domain.media.MediaType;

/** The text that separates the parts of a form (RFC 2046 §5.1.1, RFC 7578 §4.1). */
final class FormBoundary {
  private static final int MOST_CHARACTERS = 70;
  private static final String MARKS = "'()+_,-./:=? ";

  private FormBoundary() {}

  /** The boundary of a content type; empty if there is none or it is not valid. */
  static Optional<String> of(MediaType type) {
    return type.parameter("boundary").filter(FormBoundary::isBoundary);
  }

  private static boolean isBoundary(String text) {
    return !text.isEmpty()
        && text.length() <= MOST_CHARACTERS
        && !text.endsWith(" ")
        && text.chars().allMatch(FormBoundary::isBoundaryCharacter);
  }

  private static boolean isBoundaryCharacter(int c) {
    int lower = c | 0x20;
    return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || MARKS.indexOf(c) >= 0;
  }
}
